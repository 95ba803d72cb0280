import { and, desc, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/api-keys';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { hasDesk } from '@/lib/sellers';
import { hashKey } from './key-text';
import { API_SCOPES, type ApiCaller, type ApiKeyView, type ApiScope } from './model';

/** When a key was last used is kept this coarse, so that asking rarely writes. */
const USED_EVERY_MS = 60_000;

/** Who asks by this key; null when it is none, was revoked, or its shop has no desk. */
export async function findApiKey(db: Executor, key: string, now: Date): Promise<ApiCaller | null> {
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, hashKey(key)), isNull(apiKeys.revokedAt)));
  if (!row || !(await hasDesk(db, row.sellerId))) return null;
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) {
    await db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, row.id));
  }
  const { id: keyId, name, sellerId, createdBy: userId } = row;
  return { keyId, name, sellerId, userId, scopes: scopesIn(row.scopes) };
}

/** The keys of a seller that work, newest first. */
export async function listApiKeys(db: Executor, sellerId: string): Promise<ApiKeyView[]> {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.sellerId, sellerId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map((row) => ({
    keyId: publicId('key', row.id),
    name: row.name,
    scopes: scopesIn(row.scopes),
    ending: row.ending,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** A scope of an earlier release that is known no more opens nothing. */
function scopesIn(stored: readonly string[]): ApiScope[] {
  return API_SCOPES.filter((scope) => stored.includes(scope));
}
