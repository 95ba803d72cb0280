import { eq } from 'drizzle-orm';
import { mediaAssets } from '@/db/schema/media';
import type { Database } from '@/lib/platform/database';
import type { PrivateStorage, Storage } from '@/lib/platform/storage';
import { baseKeyOf, filmKey } from './keys';
import { markAssetFailed } from './mark-assets';
import { prepareFilm } from './prepare-film';

/** Makes the film that everybody sees of an upload. What cannot be used fails with a word its owner is told (`PictureFault`). */
export async function makeUploadedFilm(
  db: Database,
  { storage, uploads }: { readonly storage: Storage; readonly uploads: PrivateStorage },
  { assetId, key }: { readonly assetId: string; readonly key: string },
): Promise<void> {
  const original = await uploads.get(key);
  if (!original) return markAssetFailed(db, assetId, 'lost');
  const film = await prepareFilm(original);
  if (film.fault !== null) return markAssetFailed(db, assetId, film.fault);
  const { content, width, height } = film;
  const baseKey = baseKeyOf(content);
  await storage.put(filmKey(baseKey), content);
  await db
    .update(mediaAssets)
    .set({ status: 'ready', baseKey, width, height, failure: null })
    .where(eq(mediaAssets.id, assetId));
}
