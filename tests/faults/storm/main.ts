import { sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { Buyer } from '@/bench/buyer';
import { until } from '@/bench/load';
import { randomFrom } from '@/db/seed/random';
import { expireUnpaidOrders, reconcilePayments } from '@/lib/payments';
import { connect, type Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { proveMoney } from '@/lib/proof';
import { reportOf } from '@/workers/verify/report';
import { letAnHourPass, untilWorkIsDone } from './an-hour-later';
import { listBrokenPromises } from './broken-promises';
import { strike } from './lightning';
import { buySomething, type Experience } from './person';
import { Postman } from './postman';
import { workThroughOrders } from './sellers';

/**
 * `npm run test:faults` runs this in a shop of its own: `main.ts <checkouts> <seed> <provider's folder> <postman's port>`.
 * People buy and sellers call off while every process is killed again and again, webhooks go astray and clocks differ.
 * Then an hour passes and payments are reconciled once. After that no cent, order or piece may be missing.
 */
const [checkouts = '300', seed = '1', providerDir = '', postmanPort = '0'] = process.argv.slice(2);
const AT_ONCE = 8;
const OFFERS = 25;
const READY_SECONDS = 120;

const { APP_URL, DATABASE_URL, DATABASE_OWNER_URL, STRIPE_API_URL, STRIPE_WEBHOOK_SECRET, SOUK_STATE_DIR } =
  env();
const connection = connect(DATABASE_URL, { max: 4, applicationName: 'souk-storm' });
const owner = connect(DATABASE_OWNER_URL ?? DATABASE_URL, { max: 1, applicationName: 'souk-storm' });
const { db } = connection;
const postman = new Postman({
  port: Number(postmanPort),
  to: `${APP_URL}/api/webhooks/stripe`,
  secret: STRIPE_WEBHOOK_SECRET,
  random: randomFrom(`post ${seed}`),
});
const startedAt = new Date();

// The driver throws outside of any promise when the server is killed in the middle of a write.
process.on('uncaughtException', (error) => {
  if (/reading 'write'/.test(error.message)) return;
  console.error(error);
  process.exit(1);
});

await postman.open();
try {
  const experiences = await weatherTheStorm();
  await untilEverythingIsUp();
  await postman.finishRound();
  await letAnHourPass(owner.db);
  await reconcilePayments(db, new Date());
  await expireUnpaidOrders(db, new Date());
  await untilWorkIsDone(db);
  console.log('\nAfter one run of reconciling:');
  const isWhole = await prove(experiences);
  await postman.bringLate();
  await untilWorkIsDone(db);
  console.log('\nAfter the webhooks that came an hour late:');
  process.exitCode = (await prove(experiences)) && isWhole ? 0 : 1;
} finally {
  await postman.close();
  await connection.close();
  await owner.close();
}
process.exit();

async function weatherTheStorm(): Promise<readonly Experience[]> {
  const offers = await someOffers(db);
  const over = new AbortController();
  const { signal } = over;
  const storm = Promise.all([
    strike({ stateDir: SOUK_STATE_DIR, providerDir, random: randomFrom(`lightning ${seed}`), signal }),
    workThroughOrders(db, { since: startedAt, random: randomFrom(`sellers ${seed}`), signal }),
  ]);
  const experiences = await buyAll(offers);
  over.abort();
  const [hits, { cancellations }] = await storm;
  const minutes = ((Date.now() - startedAt.getTime()) / 60_000).toFixed(1);
  console.log(
    `${checkouts} checkouts and ${cancellations} cancellations in ${minutes} minutes, seed ${seed}`,
  );
  console.log(`  killed: ${[...hits].map(([target, times]) => `${target} ${times} times`).join(', ')}`);
  console.log(`  webhooks: ${postman.describe()}`);
  console.log(`  ${tallyOf(experiences)}`);
  return experiences;
}

async function buyAll(offers: readonly string[]): Promise<readonly Experience[]> {
  const experiences: Experience[] = [];
  const first = Date.now() % 1_000_000;
  let next = 0;
  const person = async () => {
    while (next < Number(checkouts)) {
      const number = next++;
      const random = randomFrom(`person ${seed} ${number}`);
      const wishes = random.sample(offers, random.between(1, 3));
      experiences.push(await buySomething(new Buyer(APP_URL, first + number), wishes, random));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  return experiences;
}

async function prove(experiences: readonly Experience[]): Promise<boolean> {
  const findings = await proveMoney(db, { now: new Date(), graceSeconds: 0 });
  const promises = await listBrokenPromises(db, experiences, startedAt);
  console.log(reportOf(findings));
  for (const promise of promises) console.log(`BROKEN  ${promise}`);
  if (promises.length === 0) console.log('Everybody got what they paid for, once, or their money back.');
  return promises.length === 0 && findings.every(({ broken }) => broken === 0);
}

function tallyOf(experiences: readonly Experience[]): string {
  const counts = new Map<string, number>();
  for (const { paid, stopped } of experiences) {
    const what = stopped ?? (paid ? 'paid' : 'not paid');
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `${count} ${what}`).join(', ');
}

async function untilEverythingIsUp(): Promise<void> {
  const answers = async (url: string) => (await fetch(url).catch(() => null))?.status === 200;
  await until(
    READY_SECONDS,
    async () =>
      (await answers(`${APP_URL}/api/health/ready`)) && answers(`${STRIPE_API_URL}/sandbox/deliveries`),
    500,
  );
  // A worker that fell at the last moment is back by now, too.
  await sleep(2_000);
}

/** Few enough that people want the same ones at the same time. */
async function someOffers(executor: Database): Promise<string[]> {
  const rows = await executor.execute<{ id: string }>(sql`
    select o.id from products p
      join variants v on v.product_id = p.id and not v.retired
      join offers o on o.variant_id = v.id and o.status = 'active'
      join offer_prices c on c.offer_id = o.id and c.currency = 'EUR'
      join stock s on s.offer_id = o.id
    where p.status = 'live' and s.on_hand - s.reserved > 5
    order by o.id limit ${OFFERS}`);
  return rows.map(({ id }) => id);
}
