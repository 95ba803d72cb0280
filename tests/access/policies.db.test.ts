import { describe, expect, it } from 'vitest';
import type { Declaration } from '@/lib/http';
import { SELLER_ROLES, STAFF_ROLES } from '@/lib/identity/model';
import { testCache } from '../support/cache';
import { testDatabase } from '../support/database';
import { signedInPerson } from '../support/people';
import { refusalOf } from './call';
import { callables } from './callables';

const { sql, ownerDb, ownerSql, url } = await testDatabase();
testCache();

type Caller = { readonly name: string; readonly cookie: string };

const callers: Caller[] = [
  { name: 'a guest', cookie: '' },
  { name: 'a customer', cookie: (await signedInPerson(ownerDb)).cookie },
];
for (const staffRole of STAFF_ROLES) {
  callers.push({ name: `staff ${staffRole}`, cookie: (await signedInPerson(ownerDb, { staffRole })).cookie });
}
for (const sellerRole of SELLER_ROLES) {
  callers.push({
    name: `seller ${sellerRole}`,
    cookie: (await signedInPerson(ownerDb, { sellerRole })).cookie,
  });
}
// From here on the app cannot write: a call that gets further than it may ends as a fault, not as a refusal.
await ownerSql.unsafe(
  `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
);

/** Written down apart from `decide`, which is what is tested. */
function mayCall({ policy }: Declaration, caller: string): boolean {
  if (policy === 'signed' || (typeof policy === 'object' && 'scope' in policy)) return false;
  if (policy === 'public') return true;
  if (policy === 'user') return caller !== 'a guest';
  const [kind, role] = caller.split(' ');
  if (typeof policy === 'string') return kind === policy;
  const roles: readonly string[] = 'staff' in policy ? policy.staff : policy.seller;
  return kind === ('staff' in policy ? 'staff' : 'seller') && roles.includes(role!);
}

/** What somebody hears who may not; being signed in is no proof where a signature or a key is asked for. */
function refusalFor({ policy }: Declaration, caller: string): string {
  if (policy === 'signed') return 'bad_signature';
  if (typeof policy === 'object' && 'scope' in policy) return 'api_key_invalid';
  return caller === 'a guest' ? 'sign_in_required' : 'not_found';
}

const guarded = (await callables()).filter(({ declaration }) => declaration.policy !== 'public');

describe('every action and route, called by whoever may not, refuses and writes nothing', () => {
  it('there are some, and a write would be noticed', async () => {
    expect(guarded.length).toBeGreaterThan(0);
    await expect(sql`delete from carts`).rejects.toThrow('read-only transaction');
  });

  it.each(guarded)('$declaration.name ($where)', async (callable) => {
    for (const { name, cookie } of callers.filter((caller) => !mayCall(callable.declaration, caller.name))) {
      expect(await refusalOf(callable, { cookie }), name).toBe(refusalFor(callable.declaration, name));
    }
  });
});

describe('names of actions and routes', () => {
  it('are unique, since rate limits and logs go by them', async () => {
    const names = (await callables()).map(({ declaration }) => declaration.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
