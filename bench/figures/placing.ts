import postgres from 'postgres';
import { placeOrder, type PlaceOrder } from '@/lib/checkout';
import { newId } from '@/lib/kernel/ids';
import { offerForSale } from '@/tests/support/goods';
import { readyToOrder } from '@/tests/support/orders';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import { Times } from '../load';
import { withOwnDatabase, type OwnDatabase } from '../own-database';
import { report } from '../report';

const CLIENTS = 16;
const ORDERS = 480;
const LINES = 100;
const SELLERS = 5;
const LONG_ORDERS = 15;

/** Placing orders without HTTP: many for one thing, and one for many things. */
export function measurePlacing(): Promise<boolean> {
  return withOwnDatabase(CLIENTS, async (database) =>
    [await hotRow(database), await longOrder(database)].every(Boolean),
  );
}

/** Against raw SQL that writes the same rows and takes the same lock, and checks and computes nothing. */
async function hotRow({ db, ownerDb, url }: OwnDatabase): Promise<boolean> {
  const { offerId } = await offerForSale(ownerDb, { onHand: 100_000 });
  const requests: PlaceOrder[] = [];
  for (let order = 0; order < ORDERS; order++) {
    requests.push(await readyToOrder(db, await signedInPerson(ownerDb), [{ offerId }]));
  }
  let orderId = '';
  const ours = await perSecond(requests, async (request) => {
    const placed = await placeOrder(db, request);
    if (!placed.ok) throw new Error(`An order was refused: ${placed.error}`);
    orderId = placed.value.orderId;
  });
  const raw = await rawOrdersPerSecond(url, orderId);
  return report({
    name: 'placing orders for one offer, of raw SQL',
    value: (100 * ours) / raw,
    unit: '%',
    goal: { atLeast: 50 },
    detail: `${ours.toFixed(0)}/s of ${raw.toFixed(0)}/s; ${CLIENTS} at a time`,
  });
}

/** The median of orders with a hundred lines of several sellers, one after the other. */
async function longOrder({ db, ownerDb }: OwnDatabase): Promise<boolean> {
  const offerIds: string[] = [];
  for (let seller = 0; seller < SELLERS; seller++) {
    const sellerId = await approvedSeller(ownerDb);
    for (let line = 0; line < LINES / SELLERS; line++) {
      offerIds.push((await offerForSale(ownerDb, { sellerId, onHand: 1000 })).offerId);
    }
  }
  const wishes = offerIds.map((offerId) => ({ offerId }));
  const times: number[] = [];
  for (let order = 0; order < LONG_ORDERS; order++) {
    const request = await readyToOrder(db, await signedInPerson(ownerDb), wishes);
    const startedAt = performance.now();
    const placed = await placeOrder(db, request);
    times.push(performance.now() - startedAt);
    if (!placed.ok) throw new Error(`An order was refused: ${placed.error}`);
  }
  const spread = new Times(times);
  return report({
    name: `an order of ${LINES} lines from ${SELLERS} sellers, p50`,
    value: spread.percentile(50),
    unit: 'ms',
    goal: { atMost: 50 },
    detail: `fastest ${spread.percentile(0).toFixed(1)} ms, slowest ${spread.percentile(100).toFixed(1)} ms`,
  });
}

type Row = Record<string, postgres.SerializableParameter>;

/** The rows of one placed order, again and again with new ids. */
async function rawOrdersPerSecond(url: string, orderId: string): Promise<number> {
  const sql = postgres(url, { max: CLIENTS, onnotice: () => {} });
  try {
    const first = async (table: string, column: string): Promise<Row> => {
      const [row] = await sql<Row[]>`select * from ${sql(table)} where ${sql(column)} = ${orderId}`;
      if (!row) throw new Error(`The order has no row in ${table}`);
      return row;
    };
    const order = await first('orders', 'id');
    const part = await first('seller_orders', 'order_id');
    const line = await first('order_lines', 'order_id');
    const payment = await first('payments', 'order_id');
    const held = await first('reservations', 'order_id');
    const history = await first('order_history', 'order_id');
    const event = await first('outbox_events', 'aggregate_id');
    const [key] = await sql<Row[]>`select * from idempotency_keys where reference = ${orderId}`;
    if (!key) throw new Error('The order has no key');
    const place = () =>
      sql.begin(async (tx) => {
        const [id, partId, lineId] = [newId(), newId(), newId()];
        await Promise.all([
          tx`insert into idempotency_keys ${tx({ ...key, key: newId(), reference: id })}`,
          tx`insert into orders ${tx({ ...order, id, number: id.slice(-20) })}`,
          tx`insert into seller_orders ${tx({ ...part, id: partId, order_id: id })}`,
          tx`insert into order_lines ${tx({ ...line, id: lineId, order_id: id, seller_order_id: partId })}`,
          tx`insert into order_history ${tx({ ...history, id: newId(), order_id: id })}`,
          tx`insert into outbox_events ${tx({ ...event, id: newId(), aggregate_id: id })}`,
          tx`insert into payments ${tx({ ...payment, id: newId(), order_id: id })}`,
        ]);
        await tx`select 1 from stock where offer_id = ${line.offer_id!} for update`;
        await tx`update stock set reserved = reserved + 1 where offer_id = ${line.offer_id!}`;
        await tx`insert into reservations ${tx({ ...held, id: newId(), order_id: id, order_line_id: lineId })}`;
      });
    return await perSecond(Array.from({ length: ORDERS }), place);
  } finally {
    await sql.end();
  }
}

/** Works through `items`, `CLIENTS` at a time; those done a second. */
async function perSecond<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const waiting = items.values();
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
  return items.length / ((performance.now() - startedAt) / 1000);
}
