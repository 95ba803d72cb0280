import { inArray } from 'drizzle-orm';
import { mediaAssets } from '@/db/schema/media';
import type { Executor, Transaction } from '@/lib/platform/database';
import { askForPictures } from './ask-for-pictures';

/**
 * Has the worker fetch the pictures at these addresses for a seller, and answers their assets in this order. What the
 * seller asked for before is not fetched again; what another seller did is fetched for each of them, for each may go.
 */
export async function importPictures(
  tx: Transaction,
  sellerId: string,
  addresses: readonly string[],
): Promise<string[]> {
  if (addresses.length === 0) return [];
  const sources = addresses.map((address) => sourceFor(sellerId, address));
  const inserted = await tx
    .insert(mediaAssets)
    .values([...new Set(sources)].map((source) => ({ source, ownerSellerId: sellerId })))
    .onConflictDoNothing()
    .returning({ id: mediaAssets.id });
  if (inserted.length > 0)
    await askForPictures(
      tx,
      inserted.map(({ id }) => id),
    );
  const rows = await tx
    .select({ id: mediaAssets.id, source: mediaAssets.source })
    .from(mediaAssets)
    .where(inArray(mediaAssets.source, sources));
  const ids = new Map(rows.map(({ id, source }) => [source, id]));
  return [...new Set(sources)].flatMap((source) => ids.get(source) ?? []);
}

/** The addresses these pictures were fetched from, in this order; empty for one that came another way. */
export async function sourcesOf(db: Executor, assetIds: readonly string[]): Promise<string[]> {
  if (assetIds.length === 0) return [];
  const rows = await db
    .select({ id: mediaAssets.id, source: mediaAssets.source })
    .from(mediaAssets)
    .where(inArray(mediaAssets.id, [...assetIds]));
  const sources = new Map(rows.map(({ id, source }) => [id, source]));
  return assetIds.map((id) => addressIn(sources.get(id) ?? ''));
}

/** A fragment is never sent to anybody, and keeps the pictures of sellers apart. */
function sourceFor(sellerId: string, address: string): string {
  const url = new URL(address);
  url.hash = sellerId;
  return url.href;
}

function addressIn(source: string): string {
  if (!source.startsWith('https:')) return '';
  const url = new URL(source);
  url.hash = '';
  return url.href;
}
