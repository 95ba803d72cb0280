import { sql } from 'drizzle-orm';
import type { Bench } from '../bench';
import { Buyer } from '../buyer';
import { Times, until } from '../load';
import { report } from '../report';

const BUYERS = 16;
const SECONDS = 15;
const WARM_UP_SECONDS = 4;

/** From the empty basket to the paid order, as a browser does it, the provider's sandbox included. */
export async function measureCheckout(bench: Bench): Promise<boolean> {
  const offers = await inStock(bench);
  let number = Date.now() % 1_000_000;
  await buy(bench, offers, WARM_UP_SECONDS, () => number++);
  const before = await paidOrders(bench);
  const startedAt = performance.now();
  const { times, failures } = await buy(bench, offers, SECONDS, () => number++);
  const bought = times.length;
  await until(20, async () => (await paidOrders(bench)) - before >= bought).catch(() => {});
  const took = (performance.now() - startedAt) / 1000;
  const paid = (await paidOrders(bench)) - before;
  const spread = new Times(times);
  const isMet = report({
    name: `orders placed and paid per second, ${BUYERS} buyers`,
    value: paid / took,
    unit: '/s',
    goal: { atLeast: 60 },
    detail: `${paid} paid in ${took.toFixed(1)} s; p50 ${spread.percentile(50).toFixed(0)} ms, p95 ${spread.percentile(95).toFixed(0)} ms; ${failures.size === 0 ? 'none failed' : [...failures].join(', ')}`,
  });
  return isMet && failures.size === 0;
}

async function buy({ origin }: Bench, offers: readonly string[], seconds: number, next: () => number) {
  const times: number[] = [];
  const failures = new Map<string, number>();
  const until = performance.now() + seconds * 1000;
  const person = async () => {
    while (performance.now() < until) {
      const startedAt = performance.now();
      const number = next();
      const offerId = offers[number % offers.length] ?? '';
      const problem = await order(new Buyer(origin, number), offerId);
      if (problem === null) times.push(performance.now() - startedAt);
      else failures.set(problem, (failures.get(problem) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: BUYERS }, person));
  return { times, failures };
}

async function order(buyer: Buyer, offerId: string): Promise<string | null> {
  const added = await buyer.addToCart(offerId);
  if (added.status !== 200) return `adding answered ${added.status}`;
  const checkout = await buyer.openCheckout();
  if (checkout.status !== 200) return `checkout answered ${checkout.status}`;
  const placed = await buyer.place(checkout);
  if (placed.status !== 200)
    return `placing answered ${placed.status} ${placed.body.toString().slice(0, 200)}`;
  return (await buyer.pay(placed)) ? null : 'not paid';
}

async function inStock({ db }: Bench): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select o.id
    from products p
      join variants v on v.product_id = p.id and not v.retired
      join offers o on o.variant_id = v.id and o.status = 'active'
      join offer_prices c on c.offer_id = o.id and c.currency = 'EUR'
      join stock s on s.offer_id = o.id
    where p.status = 'live' and s.on_hand - s.reserved > 20
    order by p.id limit 2000`);
  return rows.map(({ id }) => id);
}

async function paidOrders({ db }: Bench): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from orders where paid_at is not null`,
  );
  return row?.count ?? 0;
}
