import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import { staffGrants } from '@/db/schema/identity';
import { sellerMembers } from '@/db/schema/sellers';
import { BIG_SHOP, EMPTY_SHOP, SMALL_SHOP } from '@/db/seed/market/one-big-shop';
import { sellerIdOf } from '@/db/seed/write/write-sellers';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { signedInPerson } from '@/tests/support/people';
import { ask } from '../load';
import { report } from '../report';
import { Album } from './album';
import { fillDesk } from './fill';
import { addressesOf } from './pages';

/**
 * `npm run bench:desk`: how long each page of a seller's desk takes with nothing, three and 50,000 of everything, in the
 * production build. `-- --draw` also draws each on a phone and a desktop, in light and dark, into `screenshots/desk`;
 * `-- --draw orders` only those with that in their address; `-- --rows 3` only that shop.
 */
const SIZE = 50_000;
const LOADS = 5;
const MOST_MS = 500;

const { values, positionals } = parseArgs({
  options: { draw: { type: 'boolean', default: false }, rows: { type: 'string' } },
  allowPositionals: true,
});
const isAsked = (address: string) =>
  positionals.length === 0 || positionals.some((part) => address.includes(part));

const { db, close } = connect(env().DATABASE_OWNER_URL ?? env().DATABASE_URL, { max: 4 });
const album = values.draw ? await Album.open(env().APP_URL) : null;
let isMet = true;
try {
  for (const [size, shop] of [
    [0, EMPTY_SHOP],
    [3, SMALL_SHOP],
    [SIZE, BIG_SHOP],
  ] as const) {
    if (values.rows && values.rows !== String(size)) continue;
    const sellerId = sellerIdOf(shop);
    const owner = await signedInPerson(db, { sellerRole: 'owner', sellerId });
    if (size === SIZE) await fillDesk(db, { sellerId, userId: owner.userId, size });
    await visit(`seller-${size}`, await addressesOf('seller', db, sellerId), owner.cookie);
    await db.delete(sellerMembers).where(eq(sellerMembers.userId, owner.userId));
  }
  const operator = await signedInPerson(db, { staffRole: 'admin' });
  await visit(`admin-${SIZE}`, await addressesOf('admin', db, sellerIdOf(BIG_SHOP)), operator.cookie);
  await db.delete(staffGrants).where(eq(staffGrants.userId, operator.userId));
} finally {
  await album?.close();
  await close();
}
process.exit(isMet ? 0 : 1);

async function visit(desk: string, addresses: readonly string[], cookie: string): Promise<void> {
  console.log(`\n  ${desk}`);
  for (const address of addresses.filter(isAsked)) {
    isMet = (await measure(address, cookie)) && isMet;
    if (!album) continue;
    const name = `${desk}${withoutIds(address).replaceAll(/[^a-z]+/g, '-')}`;
    isMet = (await album.draw(name, { address, cookie })) && isMet;
  }
}

/** The slowest of some loads: none is to be waited for. */
async function measure(address: string, cookie: string): Promise<boolean> {
  const url = env().APP_URL + address;
  const load = () => ask({ url, headers: { cookie, accept: 'text/html' } });
  await load();
  const answers = [];
  for (let count = 0; count < LOADS; count++) answers.push(await load());
  const wrong = answers.find(({ status }) => status !== 200);
  if (wrong) console.log(`  MISS ${address} answered ${wrong.status}`);
  const isQuick = report({
    name: withoutIds(address),
    value: Math.max(...answers.map(({ ms }) => ms)),
    unit: 'ms',
    goal: { atMost: MOST_MS },
    detail: `${Math.round(answers[0]!.body.length / 1024)} KB`,
  });
  return isQuick && !wrong;
}

function withoutIds(address: string): string {
  return address.replace(/\/[a-z]{3}_[0-9a-z]{26}/, '/one').replace(/\/[0-9A-Z]{5}-[0-9A-Z]{5}/, '/one');
}
