import { csv } from '@/lib/kernel/csv';
import { parsePublicId } from '@/lib/kernel/ids';
import { sumMinor } from '@/lib/kernel/money';
import { listPartsToPack, listSellerOrders } from '@/lib/orders';
import type { PartToPack } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';

const BATCH = 200;

/** The last two are to be filled in; the rest says where each parcel goes. */
const HEADING = [
  'order_number',
  'recipient',
  'line1',
  'line2',
  'postal_code',
  'city',
  'region',
  'country',
  'pieces',
  'items',
  'carrier',
  'tracking_number',
];

/** All parts of a seller that wait to be sent, most urgent first, in parts, as the reading of such a file takes it. */
export async function* exportPartsToShip(db: Executor, sellerId: string): AsyncGenerator<string> {
  yield csv([HEADING]);
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listSellerOrders>> = await listSellerOrders(
      db,
      sellerId,
      'to_ship',
      {
        limit: BATCH,
        after,
      },
    );
    const ids = page.items.flatMap(({ sellerOrderId }) => parsePublicId('slo', sellerOrderId) ?? []);
    const parts = ids.length > 0 ? await listPartsToPack(db, sellerId, ids) : null;
    if (parts?.ok) yield csv(parts.value.map(toCells));
    after = page.next;
  } while (after !== null);
}

function toCells({ orderNumber, address, lines }: PartToPack): string[] {
  const items = lines.map(({ quantity, sellerSku, title }) => `${quantity} x ${sellerSku || title}`);
  return [
    orderNumber,
    address.recipient,
    address.line1,
    address.line2,
    address.postalCode,
    address.city,
    address.region,
    address.country,
    String(sumMinor(lines.map(({ quantity }) => quantity))),
    items.join('; '),
    '',
    '',
  ];
}
