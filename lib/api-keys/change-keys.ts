import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/api-keys';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { hashKey, newKeyText } from './key-text';
import type { ApiScope } from './model';

/** So many keys a shop can have at once. */
const MOST_KEYS = 20;

/** Makes a key. The answer is the only place it ever stands; the database keeps its hash. */
export async function createApiKey(
  db: Database,
  wanted: {
    readonly sellerId: string;
    readonly userId: string;
    readonly name: string;
    readonly scopes: readonly ApiScope[];
  },
): Promise<Result<{ readonly key: string }, 'too_many_keys'>> {
  const { sellerId, userId, name } = wanted;
  if ((await db.$count(apiKeys, isLive(sellerId))) >= MOST_KEYS) return refuse('too_many_keys');
  const key = newKeyText();
  await db.insert(apiKeys).values({
    sellerId,
    name,
    scopes: [...new Set(wanted.scopes)],
    keyHash: hashKey(key),
    ending: key.slice(-4),
    createdBy: userId,
  });
  return ok({ key });
}

/** From its next request on the key is worth nothing. */
export async function revokeApiKey(
  db: Database,
  { sellerId, keyId, now }: { readonly sellerId: string; readonly keyId: string; readonly now: Date },
): Promise<Result<null, 'not_found'>> {
  const revoked = await db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.id, keyId), isLive(sellerId)))
    .returning({ id: apiKeys.id });
  return revoked.length > 0 ? ok(null) : refuse('not_found');
}

function isLive(sellerId: string) {
  return and(eq(apiKeys.sellerId, sellerId), isNull(apiKeys.revokedAt));
}
