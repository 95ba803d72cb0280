import { and, eq, inArray, lt } from 'drizzle-orm';
import { mediaAssets } from '@/db/schema/media';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import type { PrivateStorage } from '@/lib/platform/storage';
import { askForPictures } from './ask-for-pictures';
import {
  MOST_UPLOAD_BYTES,
  PICTURE_FAULTS,
  toPicture,
  type PictureFault,
  type UploadedPicture,
} from './model';

/** Of an original that was uploaded into the private storage. */
const UPLOADED = 'upload:';

/** Long enough for a large picture on a slow line. */
const UPLOAD_SECONDS = 3600;

/** Begins the upload of a seller's picture: answers where the browser PUTs it. Refuses more bytes than a picture has. */
export async function beginUpload(
  db: Executor,
  storage: PrivateStorage,
  { sellerId, bytes }: { readonly sellerId: string; readonly bytes: number },
  now: Date,
): Promise<Result<{ assetId: string; address: string }, 'picture_too_large'>> {
  if (bytes > MOST_UPLOAD_BYTES) {
    return refuse('picture_too_large', { megabytes: MOST_UPLOAD_BYTES / 1024 / 1024 });
  }
  const assetId = newId();
  // Not the asset's id, which pages show: nobody can guess where an original lies.
  const key = newId().replaceAll('-', '') + newId().replaceAll('-', '').slice(-12);
  await db
    .insert(mediaAssets)
    .values({ id: assetId, status: 'expected', source: `${UPLOADED}${key}`, ownerSellerId: sellerId, bytes });
  const address = await storage.signUpload(key, { bytes, seconds: UPLOAD_SECONDS }, now);
  return ok({ assetId, address });
}

/** Says that an upload is there, and has its picture made. `not_found` when it is not, or is another's. */
export async function finishUpload(
  db: Database,
  storage: PrivateStorage,
  { sellerId, assetId }: { readonly sellerId: string; readonly assetId: string },
): Promise<Result<null, 'not_found'>> {
  const [asset] = await db
    .select({ source: mediaAssets.source, bytes: mediaAssets.bytes, status: mediaAssets.status })
    .from(mediaAssets)
    .where(and(eq(mediaAssets.id, assetId), eq(mediaAssets.ownerSellerId, sellerId)));
  if (!asset) return refuse('not_found');
  // Said twice, by a browser that did not hear the answer.
  if (asset.status !== 'expected') return ok(null);
  const size = await storage.size(keyOfUpload(asset.source)!.key);
  if (size === null || size !== asset.bytes) return refuse('not_found');
  await db.transaction(async (tx) => {
    const there = await tx
      .update(mediaAssets)
      .set({ status: 'pending' })
      .where(and(eq(mediaAssets.id, assetId), eq(mediaAssets.status, 'expected')))
      .returning({ id: mediaAssets.id });
    if (there.length > 0) await askForPictures(tx, [assetId], 'prompt');
  });
  return ok(null);
}

/**
 * The same picture cut to a square, or whole again: another asset of the same original. `square` says where along its
 * longer side the square lies, from 0 (the start) to 100 (the end). `not_found` for what is not the seller's upload.
 */
export async function cropUpload(
  db: Database,
  wanted: { readonly sellerId: string; readonly assetId: string; readonly square: number | null },
): Promise<Result<{ assetId: string }, 'not_found'>> {
  const { sellerId: ownerSellerId, assetId, square } = wanted;
  return db.transaction(async (tx) => {
    const [asset] = await tx
      .select({ source: mediaAssets.source, bytes: mediaAssets.bytes })
      .from(mediaAssets)
      .where(
        and(
          eq(mediaAssets.id, assetId),
          eq(mediaAssets.ownerSellerId, ownerSellerId),
          inArray(mediaAssets.status, ['pending', 'ready']),
        ),
      );
    const upload = asset && keyOfUpload(asset.source);
    if (!upload) return refuse('not_found');
    const source = `${UPLOADED}${upload.key}${square === null ? '' : `?square=${square}`}`;
    const [made] = await tx
      .insert(mediaAssets)
      .values({ id: newId(), source, ownerSellerId, bytes: asset.bytes })
      .onConflictDoNothing({ target: mediaAssets.source })
      .returning({ id: mediaAssets.id });
    if (made) {
      await askForPictures(tx, [made.id], 'prompt');
      return ok({ assetId: made.id });
    }
    const [known] = await tx
      .select({ id: mediaAssets.id })
      .from(mediaAssets)
      .where(and(eq(mediaAssets.source, source), eq(mediaAssets.ownerSellerId, ownerSellerId)));
    return known ? ok({ assetId: known.id }) : refuse('not_found');
  });
}

/** How a seller's own uploads stand; those of others are absent. */
export async function listUploads(
  db: Executor,
  sellerId: string,
  assetIds: readonly string[],
): Promise<UploadedPicture[]> {
  if (assetIds.length === 0) return [];
  const rows = await db
    .select()
    .from(mediaAssets)
    .where(and(inArray(mediaAssets.id, [...assetIds]), eq(mediaAssets.ownerSellerId, sellerId)));
  return rows.map(({ id, status, failure, baseKey, width, height, widths, blur, source }) => ({
    assetId: id,
    status,
    fault: status === 'failed' ? faultOf(failure) : null,
    square: keyOfUpload(source)?.square ?? null,
    picture:
      status === 'ready' && baseKey && width && height
        ? toPicture({ baseKey, width, height, widths, blur, alt: '' })
        : null,
  }));
}

/** Where in the private storage an upload lies, and how it is cut; null for a source of another kind. */
export function keyOfUpload(source: string): { readonly key: string; readonly square: number | null } | null {
  const [, key, square] = /^upload:([a-z0-9]+)(?:\?square=(\d{1,3}))?$/.exec(source) ?? [];
  return key === undefined ? null : { key, square: square === undefined ? null : Number(square) };
}

/** Forgets uploads that were begun a day ago and never came. */
export async function forgetUnfinishedUploads(db: Executor, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 24 * 3600 * 1000);
  await db
    .delete(mediaAssets)
    .where(and(eq(mediaAssets.status, 'expected'), lt(mediaAssets.createdAt, yesterday)));
}

function faultOf(failure: string | null): PictureFault {
  return PICTURE_FAULTS.find((fault) => fault === failure) ?? 'damaged';
}
