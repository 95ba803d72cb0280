import { chosenOrders } from '@/app/[locale]/seller/orders/chosen-orders';
import { addressLabel } from '@/lib/fulfilment';
import type { Sender } from '@/lib/fulfilment/model';
import { DESK, defineRoute } from '@/lib/http';
import { translator } from '@/lib/i18n';
import { refuse } from '@/lib/kernel/result';
import { listPartsToPack } from '@/lib/orders';
import type { Database } from '@/lib/platform/database';
import { renderLabels } from '@/lib/platform/pdf';
import { getBusiness, getSeller } from '@/lib/sellers';
import { pdfAnswer } from '../../../pdf-file';

/** Address labels of the chosen orders, or of all accepted ones, each on a page of its own. */
export const GET = defineRoute({
  name: 'seller.address-labels',
  policy: DESK.handleOrders,
  query: chosenOrders,
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, query: { sellerOrderIds }, locale, clock }) => {
    const [parts, sender] = await Promise.all([
      listPartsToPack(db, seller.sellerId, sellerOrderIds),
      senderOf(db, seller.sellerId),
    ]);
    if (!parts.ok) return parts;
    if (parts.value.length === 0) return refuse('not_found');
    const now = clock();
    const file = await renderLabels({
      title: translator(locale, 'packing')('labels'),
      language: locale,
      createdAt: now,
      labels: parts.value.map((part) => addressLabel(part, sender, locale)),
    });
    return pdfAnswer(file, `address-labels-${now.toISOString().slice(0, 10)}`);
  },
});

async function senderOf(db: Database, sellerId: string): Promise<Sender> {
  const [business, shop] = await Promise.all([getBusiness(db, sellerId), getSeller(db, sellerId)]);
  const name = shop?.name ?? '';
  if (!business) return { name, line1: '', line2: '', postalCode: '', city: '', country: '' };
  const { line1, line2, postalCode, city, country } = business;
  return { name: name || business.legalName, line1, line2, postalCode, city, country };
}
