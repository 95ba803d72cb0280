import { formatMoney } from '@/lib/i18n';
import { getRefund } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';
import { getProof } from '@/lib/proof';
import { alertAdmins } from './alert-admins';

/** Tells every admin that money or stock does not add up, and what. */
export async function sendMoneyAlert(db: Executor, proofId: string): Promise<void> {
  const proof = await getProof(db, proofId);
  if (!proof) throw new Error(`Proof ${proofId} does not exist`);
  const broken = proof.findings.filter((finding) => finding.broken > 0);
  await alertAdmins(db, `money-alert:${proofId}`, '/admin/money', (t) => ({
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
  await alertAdmins(db, `refund-alert:${refundId}:${refund.failures}`, '/admin/money', (t, locale) => ({
    subject: t('refundAlert.subject', { amount: formatMoney(refund.amount, locale) }),
    title: t('refundAlert.title'),
    paragraphs: [t('refundAlert.body', { amount: formatMoney(refund.amount, locale) })],
    action: t('refundAlert.action'),
  }));
}
