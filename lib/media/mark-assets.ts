import { and, eq } from 'drizzle-orm';
import { mediaAssets } from '@/db/schema/media';
import type { Executor } from '@/lib/platform/database';
import type { RenderedPicture } from './renditions';

/** Its renditions are stored under `baseKey`: from now on the asset may be shown. */
export async function markAssetReady(
  db: Executor,
  assetId: string,
  baseKey: string,
  { widths, width, height, blur, colour }: RenderedPicture,
): Promise<void> {
  await db
    .update(mediaAssets)
    .set({ status: 'ready', baseKey, widths: [...widths], width, height, blur, colour, failure: null })
    .where(eq(mediaAssets.id, assetId));
}

/** It could not be made; the reason is for an operator. An asset that is ready stays so. */
export async function markAssetFailed(db: Executor, assetId: string, failure: string): Promise<void> {
  await saveFailure(db, assetId, 'failed', failure);
}

/** It could not be made yet and is tried again: the reason is kept meanwhile. An asset that is ready stays so. */
export async function markAssetAwaited(db: Executor, assetId: string, failure: string): Promise<void> {
  await saveFailure(db, assetId, 'pending', failure);
}

async function saveFailure(
  db: Executor,
  assetId: string,
  status: 'pending' | 'failed',
  failure: string,
): Promise<void> {
  await db
    .update(mediaAssets)
    .set({ status, failure: failure.slice(0, 500) })
    .where(and(eq(mediaAssets.id, assetId), eq(mediaAssets.status, 'pending')));
}
