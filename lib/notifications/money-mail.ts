import {
  DEFAULT_LOCALE,
  formatMoney,
  isLocale,
  localePath,
  translator,
  type Locale,
  type Translator,
} from '@/lib/i18n';
import { listStaff } from '@/lib/identity';
import { getRefund } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import type { MailContent } from '@/lib/platform/mail-layout';
import { getProof } from '@/lib/proof';
import { mailTo } from './mail-to';

type Alert = Pick<MailContent, 'title' | 'paragraphs' | 'rows'> & {
  readonly subject: string;
  readonly action: string;
};

/** Tells every admin that money or stock does not add up, and what. */
export async function sendMoneyAlert(db: Executor, proofId: string): Promise<void> {
  const proof = await getProof(db, proofId);
  if (!proof) throw new Error(`Proof ${proofId} does not exist`);
  const broken = proof.findings.filter((finding) => finding.broken > 0);
  await alertAdmins(db, `money-alert:${proofId}`, (t) => ({
    subject: t('moneyAlert.subject', { count: broken.length }),
    title: t('moneyAlert.title'),
    paragraphs: [t('moneyAlert.body')],
    rows: broken.map(({ check, broken: times }) => ({ label: check, value: `× ${times}` })),
    action: t('moneyAlert.action'),
  }));
}

/** Tells every admin that a refund has failed as often as it is tried by itself. */
export async function sendRefundAlert(db: Executor, refundId: string): Promise<void> {
  const refund = await getRefund(db, refundId);
  if (!refund) throw new Error(`Refund ${refundId} does not exist`);
  await alertAdmins(db, `refund-alert:${refundId}:${refund.failures}`, (t, locale) => ({
    subject: t('refundAlert.subject', { amount: formatMoney(refund.amount, locale) }),
    title: t('refundAlert.title'),
    paragraphs: [t('refundAlert.body', { amount: formatMoney(refund.amount, locale) })],
    action: t('refundAlert.action'),
  }));
}

/** One mail to each admin, in their language, about what `/admin/money` shows. */
async function alertAdmins(
  db: Executor,
  key: string,
  write: (t: Translator<'mail'>, locale: Locale) => Alert,
): Promise<void> {
  for (const user of await listStaff(db, 'admin')) {
    const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE;
    const { subject, ...content } = write(translator(locale, 'mail'), locale);
    const url = `${env().APP_URL}${localePath(locale, '/admin/money')}`;
    await mailTo({ to: user.email, locale, url }, `${key}:${user.id}`, subject, content);
  }
}
