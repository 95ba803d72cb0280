import { DEFAULT_LOCALE, formatDate, formatMoney, isLocale, localePath, translator } from '@/lib/i18n';
import { getUser, type UserRecord } from '@/lib/identity';
import { parsePublicId } from '@/lib/kernel/ids';
import { sumMinor } from '@/lib/kernel/money';
import { getOrder } from '@/lib/orders';
import type { OrderView, SellerOrderView } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail } from '@/lib/platform/mail-layout';
import { listMembers } from '@/lib/sellers';

/** Who of a seller hears of orders. */
const ROLES: ReadonlySet<string> = new Set(['owner', 'orders']);

/** Tells everybody who handles a seller's orders that there is one to accept. */
export async function tellSellersOfOrder(db: Executor, number: string): Promise<void> {
  const order = await getOrder(db, number, 'staff');
  if (!order) throw new Error(`Order ${number} does not exist`);
  for (const part of order.sellerOrders) {
    const sellerId = parsePublicId('sel', part.sellerId);
    const members = sellerId ? await listMembers(db, sellerId) : [];
    for (const { userId } of members.filter(({ role }) => ROLES.has(role))) {
      const user = await getUser(db, userId);
      if (user && user.lockedAt === null) await tellOfPart(user, order, part);
    }
  }
}

async function tellOfPart(user: UserRecord, order: OrderView, part: SellerOrderView): Promise<void> {
  const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE;
  const t = translator(locale, 'mail');
  const path = localePath(locale, `/seller/orders/${part.sellerOrderId}`);
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
    action: { label: t('newOrder.action'), url: `${env().APP_URL}${path}` },
  });
  await sendMail({
    to: user.email,
    subject: t('newOrder.subject', { number: order.number }),
    idempotencyKey: `new-order:${part.sellerOrderId}:${user.id}`,
    ...content,
  });
}
