import { formatDate, formatMoney } from '@/lib/i18n';
import { sumMinor } from '@/lib/kernel/money';
import { getOrder } from '@/lib/orders';
import type { OrderView, SellerOrderView } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail } from '@/lib/platform/mail-layout';
import { listSellerRecipients, type SellerRecipient } from './seller-recipients';

/** Tells everybody who handles a seller's orders that there is one to accept. */
export async function tellSellersOfOrder(db: Executor, number: string): Promise<void> {
  const order = await getOrder(db, number, 'staff');
  if (!order) throw new Error(`Order ${number} does not exist`);
  for (const part of order.sellerOrders) {
    for (const recipient of await listSellerRecipients(db, part)) await tellOfPart(recipient, order, part);
  }
}

async function tellOfPart(
  { userId, to, locale, t, url }: SellerRecipient,
  order: OrderView,
  part: SellerOrderView,
): Promise<void> {
  const content = layOutMail({
    language: locale,
    title: t('newOrder.title'),
    paragraphs: [
      t('newOrder.body', {
        seller: part.sellerName,
        count: sumMinor(part.lines.map((line) => line.quantity)),
        date: formatDate(part.promisedTo, locale, 'weekday'),
      }),
    ],
    rows: [
      ...part.lines.map(({ title, variantLabel, quantity }) => ({
        label: [title, variantLabel].filter(Boolean).join(', '),
        value: `× ${quantity}`,
      })),
      { label: t('newOrder.total'), value: formatMoney(part.total, locale), strong: true },
    ],
    action: { label: t('newOrder.action'), url },
  });
  await sendMail({
    to,
    subject: t('newOrder.subject', { number: order.number }),
    idempotencyKey: `new-order:${part.sellerOrderId}:${userId}`,
    ...content,
  });
}
