import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Random } from '@/db/seed/random';
import { acceptSellerOrder, cancelLinesBySeller } from '@/lib/orders';
import type { Database } from '@/lib/platform/database';

const PAUSE_MS = 150;
/** A query under way when the database is killed may never be answered. */
const PATIENCE_MS = 10_000;

type Part = { id: string; seller_id: string; version: number; lines: { id: string; open: number }[] };

/** Sellers accept what comes in, or call some pieces of it off, whose money then goes back; until the signal. */
export async function workThroughOrders(
  db: Database,
  { since, random, signal }: { since: Date; random: Random; signal: AbortSignal },
): Promise<{ readonly cancellations: number }> {
  let cancellations = 0;
  while (!signal.aborted) {
    const work = newest(db, since)
      .then((part) => part !== undefined && decide(db, part, random))
      // The database is away; the seller looks again in a moment.
      .catch(() => false);
    if (await Promise.race([work, sleep(PATIENCE_MS, false)])) cancellations++;
    await sleep(PAUSE_MS);
  }
  return { cancellations };
}

/** True when something was called off. */
async function decide(db: Database, part: Part, random: Random): Promise<boolean> {
  const act = { sellerOrderId: part.id, sellerId: part.seller_id, userId: part.seller_id, now: new Date() };
  if (random.chance(0.4)) {
    await acceptSellerOrder(db, act);
    return false;
  }
  const lines = random
    .sample(part.lines, random.between(1, part.lines.length))
    .map(({ id, open }) => ({ orderLineId: id, quantity: random.between(1, open) }));
  const { version } = part;
  return (await cancelLinesBySeller(db, { ...act, version, lines, reason: 'broken' })).ok;
}

async function newest(db: Database, since: Date): Promise<Part | undefined> {
  const [part] = await db.execute<Part>(sql`
    select part.id, part.seller_id, part.version, json_agg(json_build_object('id', line.id,
      'open', line.quantity - line.cancelled_quantity - line.shipped_quantity)) as lines
    from seller_orders part join order_lines line on line.seller_order_id = part.id
    where part.status = 'to_accept' and part.placed_at >= ${since.toISOString()}
      and line.quantity > line.cancelled_quantity + line.shipped_quantity
    group by part.id order by part.version, part.placed_at limit 1`);
  return part;
}
