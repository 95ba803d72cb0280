import { DEFAULT_LOCALE, isLocale, localePath, translator } from '@/lib/i18n';
import { getUser, getUserByEmail } from '@/lib/identity';
import type { Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail } from '@/lib/platform/mail-layout';
import { getInvite, issueInviteToken } from '@/lib/sellers';

/**
 * Mails an invitation to work for a shop. The token is made here, at the last moment, and lives only in the mail; a
 * retried job sends another link, and the latest works. What was withdrawn or accepted meanwhile is not sent.
 */
export async function sendInviteMail(db: Database, inviteId: string, now: Date): Promise<void> {
  const invite = await getInvite(db, inviteId);
  const token = invite && (await issueInviteToken(db, inviteId, now));
  if (!token) return;
  const [reader, host] = await Promise.all([getUserByEmail(db, invite.email), getUser(db, invite.invitedBy)]);
  const locale = reader && isLocale(reader.locale) ? reader.locale : DEFAULT_LOCALE;
  const t = translator(locale, 'mail');
  const facts = { shop: invite.sellerName, host: host?.name ?? invite.sellerName };
  const content = layOutMail({
    language: locale,
    title: t('invite.title', facts),
    paragraphs: [t(`invite.body.${invite.role}`, facts)],
    action: {
      label: t('invite.action'),
      url: `${env().APP_URL}${localePath(locale, `/join?token=${token}`)}`,
    },
    note: t('invite.note'),
  });
  await sendMail({ to: invite.email, subject: t('invite.subject', facts), ...content });
}
