import { sql } from 'drizzle-orm';
import type { Bench } from '../bench';
import { Buyer } from '../buyer';
import { Times, type Answer } from '../load';
import { report } from '../report';

export type Race = {
  readonly buyers: number;
  readonly units: number;
  /** For the slowest 5 % of those who get nothing. */
  readonly loserMs: number;
};

/** Everybody has the same thing in the basket and presses the button at the same moment. */
export async function measureRace(bench: Bench): Promise<boolean> {
  const few = await race(bench, { buyers: 200, units: 20, loserMs: 2000 });
  const many = await race(bench, { buyers: 500, units: 10, loserMs: 3000 });
  return [few, many].every(({ isFair, isQuick }) => isFair && isQuick);
}

/** Fair: exactly so many are sold, and everybody else is told plainly. Quick: they are told soon. */
export async function race(
  { db, origin }: Pick<Bench, 'db' | 'origin'>,
  { buyers: count, units, loserMs }: Race,
): Promise<{ readonly isFair: boolean; readonly isQuick: boolean }> {
  const offerId = await rareOffer(db, units);
  const first = Date.now() % 1_000_000;
  const buyers = Array.from({ length: count }, (_, number) => new Buyer(origin, first + number));
  const checkouts: Answer[] = [];
  for (const buyer of buyers) {
    await buyer.addToCart(offerId);
    checkouts.push(await buyer.openCheckout());
  }
  const answers = await Promise.all(
    buyers.map(async (buyer, index) => {
      const checkout = checkouts[index];
      if (!checkout) throw new Error('A buyer has no checkout');
      const placed = await buyer.place(checkout);
      return { placed, paid: placed.status === 200 && (await buyer.pay(placed)) };
    }),
  );
  const losers = answers.filter(({ paid }) => !paid).map(({ placed }) => placed);
  const told = losers.filter(
    ({ status, body }) => status === 409 && body.toString().includes('out_of_stock'),
  );
  const times = new Times(losers.map(({ ms }) => ms));
  const [stock] = await db.execute<{ sold: number; left: number }>(sql`
    select (select count(*)::int from order_lines where offer_id = ${offerId}) as sold,
      on_hand - reserved as left
    from stock where offer_id = ${offerId}`);
  const isFair = [
    report({
      name: `${count} buyers for ${units} units: orders`,
      value: answers.length - losers.length,
      unit: '',
      goal: { atLeast: units },
      detail: `${stock?.left} left to sell`,
    }),
    report({
      name: 'losers told plainly that it is sold out',
      value: told.length,
      unit: '',
      goal: { atLeast: count - units },
    }),
    answers.length - losers.length === units,
    stock?.left === 0,
  ].every(Boolean);
  const isQuick = [
    report({ name: 'losers: p95', value: times.percentile(95), unit: 'ms', goal: { atMost: loserMs } }),
    report({ name: 'losers: slowest', value: times.percentile(100), unit: 'ms', goal: { atMost: 5000 } }),
  ].every(Boolean);
  return { isFair, isQuick };
}

/** An offer of which exactly so many are left. */
async function rareOffer(db: Bench['db'], units: number): Promise<string> {
  const [offer] = await db.execute<{ id: string }>(sql`
    update stock set on_hand = reserved + ${units}
    where offer_id = (
      select s.offer_id from stock s
        join offers x on x.id = s.offer_id and x.status = 'active'
        join offer_prices c on c.offer_id = x.id and c.currency = 'EUR'
        left join order_lines l on l.offer_id = x.id
      where l.id is null and s.on_hand > 20 order by s.offer_id desc limit 1)
    returning offer_id as id`);
  if (!offer) throw new Error('Nothing in stock has never been sold');
  return offer.id;
}
