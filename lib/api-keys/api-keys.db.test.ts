import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { apiKeys } from '@/db/schema/api-keys';
import { sellers } from '@/db/schema/sellers';
import { ok, refuse } from '@/lib/kernel/result';
import { testDatabase } from '@/tests/support/database';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import { answerOnce, createApiKey, findApiKey, listApiKeys, revokeApiKey, type ApiScope } from '.';

const { db, ownerDb } = await testDatabase();
const now = new Date();

async function newKey(scopes: readonly ApiScope[] = ['orders:read']) {
  const sellerId = await approvedSeller(ownerDb);
  const { userId } = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
  const made = await createApiKey(db, { sellerId, userId, name: 'Warehouse', scopes });
  if (!made.ok) throw new Error(made.error);
  const caller = await findApiKey(db, made.value.key, now);
  return { sellerId, userId, key: made.value.key, keyId: caller!.keyId };
}

describe('a key', () => {
  test('acts for its shop with its scopes, and stands nowhere once it was shown', async () => {
    const { key, sellerId, userId } = await newKey(['orders:read', 'offers:write', 'orders:read']);
    expect(await findApiKey(db, key, now)).toMatchObject({
      sellerId,
      userId,
      name: 'Warehouse',
      scopes: ['orders:read', 'offers:write'],
    });
    expect(JSON.stringify(await db.select().from(apiKeys))).not.toContain(key);
    expect(await listApiKeys(db, sellerId)).toMatchObject([{ ending: key.slice(-4) }]);
  });

  test('is worth nothing once it is revoked, and another shop cannot revoke it', async () => {
    const { key, keyId, sellerId } = await newKey();
    const other = await approvedSeller(ownerDb);
    expect(await revokeApiKey(db, { sellerId: other, keyId, now })).toMatchObject({ error: 'not_found' });
    expect(await findApiKey(db, key, now)).not.toBeNull();
    expect(await revokeApiKey(db, { sellerId, keyId, now })).toMatchObject({ ok: true });
    expect(await findApiKey(db, key, now)).toBeNull();
    expect(await listApiKeys(db, sellerId)).toEqual([]);
  });

  test('opens nothing for a shop that lost its desk, nor does any other text', async () => {
    const { key, sellerId } = await newKey();
    expect(await findApiKey(db, `${key}x`, now)).toBeNull();
    await ownerDb.update(sellers).set({ status: 'declined' }).where(eq(sellers.id, sellerId));
    expect(await findApiKey(db, key, now)).toBeNull();
  });

  test('says when it was last used, to the minute', async () => {
    const { key, sellerId } = await newKey();
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    await findApiKey(db, key, at(30));
    expect(await listApiKeys(db, sellerId)).toMatchObject([{ lastUsedAt: now.toISOString() }]);
    await findApiKey(db, key, at(90));
    expect(await listApiKeys(db, sellerId)).toMatchObject([{ lastUsedAt: at(90).toISOString() }]);
  });

  test('is one of twenty at most', async () => {
    const { sellerId, userId } = await newKey();
    const another = () => createApiKey(db, { sellerId, userId, name: 'More', scopes: ['orders:read'] });
    for (let made = 1; made < 20; made++) expect(await another()).toMatchObject({ ok: true });
    expect(await another()).toMatchObject({ error: 'too_many_keys' });
  });
});

describe('an idempotency key', () => {
  test('has the work done once, however often and however much at once it is asked', async () => {
    const { keyId } = await newKey();
    let done = 0;
    const ask = () =>
      answerOnce(db, { keyId, idempotencyKey: 'first-one', request: 'a' }, async () => ok({ count: ++done }));
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: { count: 1 } })));
    expect(await ask()).toEqual({ ok: true, value: { count: 1 } });
    expect(done).toBe(1);
  });

  test('is refused with another request', async () => {
    const { keyId } = await newKey();
    const ask = (request: string) =>
      answerOnce(db, { keyId, idempotencyKey: 'second-one', request }, async () => ok(null));
    expect(await ask('a')).toMatchObject({ ok: true });
    expect(await ask('b')).toMatchObject({ error: 'idempotency_key_reused' });
  });

  test('of what was refused or failed is free again, and what was done until then is undone', async () => {
    const { keyId } = await newKey();
    const once = { keyId, idempotencyKey: 'third-one', request: 'a' };
    expect(await answerOnce(db, once, async () => refuse('conflict'))).toMatchObject({ error: 'conflict' });
    await expect(
      answerOnce(db, once, async (tx) => {
        await tx.update(apiKeys).set({ name: 'Half done' }).where(eq(apiKeys.id, keyId));
        throw new Error('gone');
      }),
    ).rejects.toThrow('gone');
    const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, keyId));
    expect(row?.name).toBe('Warehouse');
    expect(await answerOnce(db, once, async () => ok('done'))).toEqual({ ok: true, value: 'done' });
  });
});
