import { isLocale, DEFAULT_LOCALE, localePath, translator } from '@/lib/i18n';
import type { Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail } from '@/lib/platform/mail-layout';
import { issueEmailToken } from './email-tokens';
import type { AccountMailRequest } from './mail-requests';
import { getUser, getUserByEmail, type UserRecord } from './queries';

/**
 * Sends what was asked for in the reader's language. Tokens are made here, at the last moment, and live only
 * in the mail: a retried job sends another link, and both work. An address without an account gets nothing.
 */
export async function sendAccountMail(db: Database, request: AccountMailRequest, now: Date): Promise<void> {
  const user =
    request.kind === 'reset_password'
      ? await getUserByEmail(db, request.email)
      : await getUser(db, request.userId);
  if (!user || !isStillWanted(request, user)) return;

  const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE;
  const t = translator(locale, 'auth');
  const path = await pathFor(db, request, user, now);
  const content = layOutMail({
    language: locale,
    title: t(`mail.${request.kind}.title`, { name: user.name }),
    paragraphs: [t(`mail.${request.kind}.body`)],
    action: { label: t(`mail.${request.kind}.action`), url: `${env().APP_URL}${localePath(locale, path)}` },
    note: t(`mail.${request.kind}.note`),
  });
  await sendMail({ to: user.email, subject: t(`mail.${request.kind}.subject`), ...content });
}

function isStillWanted(request: AccountMailRequest, user: UserRecord): boolean {
  if (request.kind === 'verify_email') return user.emailVerifiedAt === null;
  return request.kind !== 'reset_password' || user.lockedAt === null;
}

async function pathFor(
  db: Database,
  request: AccountMailRequest,
  user: UserRecord,
  now: Date,
): Promise<string> {
  switch (request.kind) {
    case 'verify_email':
      return `/verify?token=${await issueEmailToken(db, user.id, 'verify_email', now)}`;
    case 'reset_password':
      return `/reset?token=${await issueEmailToken(db, user.id, 'reset_password', now)}`;
    case 'already_registered':
      return '/sign-in';
    case 'password_changed':
      return '/account/security';
  }
}
