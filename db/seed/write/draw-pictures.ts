import { availableParallelism } from 'node:os';
import { and, asc, eq, inArray, like, sql } from 'drizzle-orm';
import { productMedia } from '@/db/schema/catalog';
import { mediaAssets } from '@/db/schema/media';
import { markAssetFailed, markAssetReady, storePicture } from '@/lib/media';
import type { Executor } from '@/lib/platform/database';
import { storage } from '@/lib/platform/storage';
import { drawPicture } from '../artwork/draw';
import { parseArtworkSource, plannedPicture } from '../artwork/recipe';

type Pending = { readonly id: string; readonly source: string };

/** Demo pictures that are not drawn yet: signs, tiles and the first picture of every product before the others. */
export async function listUndrawn(db: Executor, limit: number): Promise<Pending[]> {
  return db
    .select({ id: mediaAssets.id, source: mediaAssets.source })
    .from(mediaAssets)
    .leftJoin(productMedia, eq(productMedia.assetId, mediaAssets.id))
    .where(and(eq(mediaAssets.status, 'pending'), like(mediaAssets.source, 'seed:%')))
    .groupBy(mediaAssets.id)
    .orderBy(sql`coalesce(min(${productMedia.position}), 0)`, asc(mediaAssets.id))
    .limit(limit);
}

export async function findUndrawn(db: Executor, sources: readonly string[]): Promise<Pending[]> {
  return db
    .select({ id: mediaAssets.id, source: mediaAssets.source })
    .from(mediaAssets)
    .where(and(eq(mediaAssets.status, 'pending'), inArray(mediaAssets.source, [...sources])));
}

/** The products that show any of these pictures. */
export async function productsOfPictures(db: Executor, assetIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ productId: productMedia.productId })
    .from(productMedia)
    .where(inArray(productMedia.assetId, [...assetIds]));
  return rows.map(({ productId }) => productId);
}

/** Draws and stores pictures, `atOnce` at a time; one that fails does not stop the others. */
export async function drawPictures(
  db: Executor,
  assets: readonly Pending[],
  atOnce: number = availableParallelism(),
): Promise<void> {
  const queue = [...assets];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let asset = queue.shift(); asset; asset = queue.shift()) await drawAsset(db, asset);
    }),
  );
}

async function drawAsset(db: Executor, { id, source }: Pending): Promise<void> {
  try {
    const recipe = parseArtworkSource(source);
    if (!recipe) throw new Error(`Not a picture's recipe: ${source}`);
    const { baseKey } = plannedPicture(recipe);
    const picture = await drawPicture(recipe);
    await storePicture(storage(), baseKey, picture);
    await markAssetReady(db, id, baseKey, picture);
  } catch (error) {
    await markAssetFailed(db, id, error instanceof Error ? error.message : String(error));
  }
}
