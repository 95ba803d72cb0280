import { DEFAULT_LOCALE, isLocale, localePath, translator } from '@/lib/i18n';
import { listStaff } from '@/lib/identity';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail } from '@/lib/platform/mail-layout';
import { getProof } from '@/lib/proof';

/** Tells every admin that money or stock does not add up, and what. */
export async function sendMoneyAlert(db: Executor, proofId: string): Promise<void> {
  const proof = await getProof(db, proofId);
  if (!proof) throw new Error(`Proof ${proofId} does not exist`);
  const broken = proof.findings.filter((finding) => finding.broken > 0);
  for (const user of await listStaff(db, 'admin')) {
    const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE;
    const t = translator(locale, 'mail');
    await sendMail({
      to: user.email,
      subject: t('moneyAlert.subject', { count: broken.length }),
      idempotencyKey: `money-alert:${proofId}:${user.id}`,
      ...layOutMail({
        language: locale,
        title: t('moneyAlert.title'),
        paragraphs: [t('moneyAlert.body')],
        rows: broken.map(({ check, broken: times }) => ({ label: check, value: `× ${times}` })),
        action: {
          label: t('moneyAlert.action'),
          url: `${env().APP_URL}${localePath(locale, '/admin/money')}`,
        },
      }),
    });
  }
}
