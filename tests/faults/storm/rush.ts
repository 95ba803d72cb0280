import { sql } from 'drizzle-orm';
import { Buyer } from '@/bench/buyer';
import { race } from '@/bench/figures/race';
import { expireUnpaidOrders } from '@/lib/payments';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { proveMoney } from '@/lib/proof';
import { reportOf } from '@/workers/verify/report';
import { letAnHourPass, untilWorkIsDone } from './an-hour-later';

/**
 * Everybody at once: 500 people for ten units, then baskets that hold the same goods in both orders. Whoever got none
 * was told so and not charged (how soon is for `npm run bench` to say), nobody met a fault, and when the holds have run out nothing is held any more.
 */
const MIXED = 80;

const { APP_URL: origin, DATABASE_URL, DATABASE_OWNER_URL } = env();
const owner = connect(DATABASE_OWNER_URL ?? DATABASE_URL, { max: 4, applicationName: 'souk-rush' });
const { db } = owner;
try {
  const { isFair } = await race({ db, origin }, { buyers: 500, units: 10, loserMs: 3000 });
  const faults = await buyInBothOrders();
  await letAnHourPass(db);
  await expireUnpaidOrders(db, new Date());
  await untilWorkIsDone(db);
  const held = await heldForNobody();
  const findings = await proveMoney(db, { now: new Date(), graceSeconds: 0 });
  console.log(reportOf(findings));
  console.log(`${MIXED} baskets of the same goods in both orders: ${faults} met a fault`);
  console.log(`${held} pieces are held for nobody after the holds ran out`);
  const isWhole = findings.every(({ broken }) => broken === 0);
  process.exitCode = isFair && isWhole && faults === 0 && held === 0 ? 0 : 1;
} finally {
  await owner.close();
}
process.exit();

/** How many were answered with a fault of the server instead of an order or a refusal. */
async function buyInBothOrders(): Promise<number> {
  const goods = await db.execute<{ id: string }>(sql`
    select o.id from offers o
      join offer_prices c on c.offer_id = o.id and c.currency = 'EUR'
      join stock s on s.offer_id = o.id
    where o.status = 'active' and s.on_hand - s.reserved between 5 and ${MIXED / 2} order by o.id limit 4`);
  const offerIds = goods.map(({ id }) => id);
  const ready = [];
  for (let number = 0; number < MIXED; number++) {
    const buyer = new Buyer(origin, 900_000 + (Date.now() % 50_000) + number);
    for (const offerId of number % 2 === 0 ? offerIds : offerIds.toReversed()) await buyer.addToCart(offerId);
    ready.push({ buyer, checkout: await buyer.openCheckout() });
  }
  const answers = await Promise.all(ready.map(({ buyer, checkout }) => buyer.place(checkout)));
  return answers.filter(({ status }) => status >= 500).length;
}

async function heldForNobody(): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select coalesce(sum(quantity), 0)::int as count from reservations where status = 'held'`,
  );
  return row?.count ?? 0;
}
