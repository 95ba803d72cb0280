import { formatDate, formatMoney } from '@/lib/i18n';
import { getDispute } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';
import { alertAdmins } from './alert-admins';
import { mailTo } from './mail-to';
import { findRecipient } from './order-recipient';
import { listSellerRecipients } from './seller-recipients';

/** Tells an order's sellers and every admin that its buyer's bank asks for the money back, or how it has decided. */
export async function sendDisputeMails(
  db: Executor,
  { disputeId, orderId }: { readonly disputeId: string; readonly orderId: string },
): Promise<void> {
  const dispute = await getDispute(db, disputeId);
  if (!dispute || dispute.status === 'under_review') return;
  const { status, evidenceDueAt } = dispute;
  const { order } = await findRecipient(db, orderId);
  const key = `dispute:${disputeId}:${status}`;
  const write: Parameters<typeof alertAdmins>[3] = (t, locale) => ({
    subject: t(`dispute.${status}.subject`, { number: order.number }),
    title: t(`dispute.${status}.title`),
    paragraphs: [
      t(`dispute.${status}.body`, { number: order.number, amount: formatMoney(dispute, locale) }),
      ...(status === 'needs_response' && evidenceDueAt
        ? [t('dispute.due', { date: formatDate(evidenceDueAt.toISOString(), locale, 'dateTime') })]
        : []),
    ],
    action: t('dispute.action'),
  });
  await alertAdmins(db, key, `/admin/orders/${order.number}`, write);
  for (const part of order.sellerOrders) {
    for (const seller of await listSellerRecipients(db, part)) {
      const { subject, ...content } = write(seller.t, seller.locale);
      await mailTo(seller, `${key}:${part.sellerOrderId}:${seller.userId}`, subject, content);
    }
  }
}
