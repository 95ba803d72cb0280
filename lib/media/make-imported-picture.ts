import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { mediaAssets } from '@/db/schema/media';
import type { Database } from '@/lib/platform/database';
import { isStorageKey, type PrivateStorage, type Storage } from '@/lib/platform/storage';
import type { MayReach } from '@/lib/platform/ask-outside';
import { download, type Download } from './download';
import { baseKeyOf } from './keys';
import { markAssetAwaited, markAssetFailed, markAssetReady } from './mark-assets';
import { renderPicture, type RenderedPicture } from './renditions';
import { storePicture } from './store-picture';
import { prepareUpload } from './prepare-upload';
import { makeUploadedFilm } from './make-uploaded-film';
import { keyOfUpload } from './uploads';

/** Of an original that lies in our own storage: `file:<storage key>`. */
const STORED = 'file:';

export type PictureOrigins = {
  readonly storage: Storage;
  /** Where uploaded originals lie. */
  readonly uploads: PrivateStorage;
  /** Where a picture may be fetched from. */
  readonly mayReach: MayReach;
};

/** The picture is not there yet but may come: worth another try. The message says why, in words. */
export class PictureUnreachable extends Error {
  override readonly name = 'PictureUnreachable';
}

/**
 * Gets the original of a picture that waits for it and makes its renditions, or plays an uploaded film over into what
 * browsers play; what is made already is left alone. What cannot be had, or is no picture, fails for good. Throws
 * `PictureUnreachable`, or whatever fault there is, when it may go better later; with `isLastAttempt` it fails then, too.
 * Each time the reason stands beside it.
 */
export async function makeImportedPicture(
  db: Database,
  origins: PictureOrigins,
  { assetId, isLastAttempt }: { readonly assetId: string; readonly isLastAttempt: boolean },
): Promise<void> {
  try {
    await makePicture(db, origins, assetId);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await (isLastAttempt ? markAssetFailed : markAssetAwaited)(db, assetId, reason);
    // Somebody else's server is no fault of ours; everything else is one, and its job lies dead.
    if (!isLastAttempt || !(error instanceof PictureUnreachable)) throw error;
  }
}

async function makePicture(
  db: Database,
  { storage, uploads, mayReach }: PictureOrigins,
  assetId: string,
): Promise<void> {
  const [asset] = await db
    .select({ source: mediaAssets.source, kind: mediaAssets.kind })
    .from(mediaAssets)
    .where(and(eq(mediaAssets.id, assetId), eq(mediaAssets.status, 'pending')));
  if (!asset) return;
  const upload = keyOfUpload(asset.source);
  if (upload && asset.kind === 'video') {
    return makeUploadedFilm(db, { storage, uploads }, { assetId, ...upload });
  }
  if (upload) return makeUploadedPicture(db, { storage, uploads }, { assetId, ...upload });

  const original = await originalOf(asset.source, storage, mayReach);
  if (original.kind === 'unreachable') throw new PictureUnreachable(original.reason);
  if (original.kind !== 'content') return markAssetFailed(db, assetId, original.reason);

  const rendered = await render(original.content);
  if (typeof rendered === 'string') return markAssetFailed(db, assetId, rendered);
  const baseKey = baseKeyOf(original.content);
  await storePicture(storage, baseKey, rendered);
  await markAssetReady(db, assetId, baseKey, rendered);
}

/** What cannot be used fails with a word its owner is told (`PictureFault`). */
async function makeUploadedPicture(
  db: Database,
  { storage, uploads }: Pick<PictureOrigins, 'storage' | 'uploads'>,
  {
    assetId,
    key,
    square,
  }: { readonly assetId: string; readonly key: string; readonly square: number | null },
): Promise<void> {
  const original = await uploads.get(key);
  if (!original) return markAssetFailed(db, assetId, 'lost');
  const prepared = await prepareUpload(original, square);
  if (prepared.fault !== null) return markAssetFailed(db, assetId, prepared.fault);
  const rendered = await renderPicture(prepared.content);
  const baseKey = baseKeyOf(prepared.content);
  await storePicture(storage, baseKey, rendered);
  await markAssetReady(db, assetId, baseKey, rendered);
}

async function originalOf(source: string, storage: Storage, mayReach: MayReach): Promise<Download> {
  if (!source.startsWith(STORED)) return download(source, mayReach);
  const key = source.slice(STORED.length);
  const content = isStorageKey(key) ? await storage.get(key) : null;
  return content
    ? { kind: 'content', content }
    : { kind: 'refused', reason: 'The file is not in the storage.' };
}

/** What people take and draw pictures with. Not SVG: it is a program, and may name other files. */
const PICTURE_FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff']);

/** The content itself says what it is; what the server or the file's name say is not asked. A text says why not. */
async function render(content: Buffer): Promise<RenderedPicture | string> {
  try {
    const { format } = await sharp(content).metadata();
    if (!PICTURE_FORMATS.has(format)) return `A picture cannot be made of ${format}.`;
    return await renderPicture(content);
  } catch (error) {
    return `It cannot be read as a picture: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
