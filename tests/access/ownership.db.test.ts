import { describe, expect, it } from 'vitest';
import { createApiKey } from '@/lib/api-keys';
import { API_SCOPES } from '@/lib/api-keys/model';
import { testCache } from '../support/cache';
import { testDatabase } from '../support/database';
import { offerForSale } from '../support/goods';
import { readyToOrder } from '../support/orders';
import { signedInPerson } from '../support/people';
import { refusalOf } from './call';
import { callables } from './callables';
import { callsOn } from './calls-on-rows';
import { WITHOUT_ROWS } from './calls-without-rows';
import { somebodyElse } from './somebody-else';

const database = await testDatabase();
const { db, sql, ownerDb } = database;
testCache();

const theirs = await somebodyElse(database);
const { sellerId } = await offerForSale(ownerDb);
const me = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
await readyToOrder(db, me, [{ offerId: (await offerForSale(ownerDb)).offerId }]);

const key = await createApiKey(db, { sellerId, userId: me.userId, name: 'Mine', scopes: API_SCOPES });
if (!key.ok) throw new Error(key.error);
const authorization = `Bearer ${key.value.key}`;
// Its first use is written down, once a minute.
await sql`update api_keys set last_used_at = now() + interval '1 hour'`;

const CALLS = callsOn(theirs, me);

/** Staff act on everybody's rows, and machines on whatever they are trusted with: that is their policy. */
const open = (await callables()).filter(({ declaration: { policy } }) => {
  const isStaff = policy === 'staff' || (typeof policy === 'object' && 'staff' in policy);
  return !isStaff && policy !== 'signed';
});

/** Every row of every table, as one value. */
async function everything(): Promise<string> {
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`;
  const digests = tables.map(
    ({ name }) => `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${name} t)`,
  );
  const [row] = await sql.unsafe<{ digest: string }[]>(`select array[${digests.join(', ')}]::text as digest`);
  return row!.digest;
}

describe("somebody else's row looks like one that does not exist, and stays as it was", () => {
  it('this is known of every action and route', () => {
    const known = [...Object.keys(CALLS), ...WITHOUT_ROWS];
    expect(open.map(({ declaration }) => declaration.name).toSorted()).toEqual(known.toSorted());
  });

  it.each(open.filter(({ declaration }) => declaration.name in CALLS))(
    '$declaration.name',
    async (callable) => {
      const { refusal = 'not_found', ...sent } = CALLS[callable.declaration.name]!;
      const before = await everything();
      for (const cookie of callable.declaration.policy === 'public' ? [me.cookie, ''] : [me.cookie]) {
        const expected = callable.declaration.name === 'checkout.place' && !cookie ? 'cart_empty' : refusal;
        expect(await refusalOf(callable, { ...sent, cookie, authorization })).toBe(expected);
      }
      expect(await everything()).toBe(before);
    },
  );
});
