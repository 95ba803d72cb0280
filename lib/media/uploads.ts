import { and, eq, inArray, lt, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { mediaAssets } from '@/db/schema/media';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import type { PrivateStorage } from '@/lib/platform/storage';
import { askForPictures } from './ask-for-pictures';
import {
  MOST_FILM_BYTES,
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

type Begun = { readonly assetId: string; readonly address: string };

/**
 * Begins the upload of a seller's picture: answers where the browser PUTs it. With `filmId` the picture stands for that
 * upload of a film; `not_found` when it is not this seller's. Refuses more bytes than a picture has.
 */
export async function beginUpload(
  db: Executor,
  storage: PrivateStorage,
  wanted: { readonly sellerId: string; readonly bytes: number; readonly filmId?: string | undefined },
  now: Date,
): Promise<Result<Begun, 'picture_too_large' | 'not_found'>> {
  if (wanted.bytes > MOST_UPLOAD_BYTES) {
    return refuse('picture_too_large', { megabytes: MOST_UPLOAD_BYTES / 1024 / 1024 });
  }
  const { filmId, sellerId } = wanted;
  if (filmId !== undefined && !(await ownsFilm(db, sellerId, filmId))) return refuse('not_found');
  return ok(await expectUpload(db, storage, { ...wanted, kind: 'image' }, now));
}

/** Begins the upload of a seller's film, like that of a picture. */
export async function beginFilmUpload(
  db: Executor,
  storage: PrivateStorage,
  wanted: { readonly sellerId: string; readonly bytes: number },
  now: Date,
): Promise<Result<Begun, 'film_too_large'>> {
  if (wanted.bytes > MOST_FILM_BYTES) {
    return refuse('film_too_large', { megabytes: MOST_FILM_BYTES / 1024 / 1024 });
  }
  return ok(await expectUpload(db, storage, { ...wanted, kind: 'video' }, now));
}

async function ownsFilm(db: Executor, sellerId: string, filmId: string): Promise<boolean> {
  const films = await db
    .select({ id: mediaAssets.id })
    .from(mediaAssets)
    .where(
      and(
        eq(mediaAssets.id, filmId),
        eq(mediaAssets.ownerSellerId, sellerId),
        eq(mediaAssets.kind, 'video'),
        // One that never came is forgotten: nothing may stand for it.
        ne(mediaAssets.status, 'expected'),
      ),
    );
  return films.length > 0;
}

async function expectUpload(
  db: Executor,
  storage: PrivateStorage,
  asset: Pick<typeof mediaAssets.$inferInsert, 'kind' | 'filmId'> & {
    readonly sellerId: string;
    readonly bytes: number;
  },
  now: Date,
): Promise<Begun> {
  const { sellerId: ownerSellerId, bytes, kind, filmId } = asset;
  const assetId = newId();
  // Not the asset's id, which pages show: nobody can guess where an original lies.
  const key = newId().replaceAll('-', '') + newId().replaceAll('-', '').slice(-12);
  await db.insert(mediaAssets).values({
    ...{ id: assetId, kind, filmId, ownerSellerId, bytes },
    ...{ status: 'expected', source: `${UPLOADED}${key}` },
  });
  const address = await storage.signUpload(key, { bytes, seconds: UPLOAD_SECONDS }, now);
  return { assetId, address };
}

/** Says that an upload is there, and has its picture or film made. `not_found` when it is not, or is another's. */
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
      .select({ source: mediaAssets.source, bytes: mediaAssets.bytes, filmId: mediaAssets.filmId })
      .from(mediaAssets)
      .where(
        and(
          eq(mediaAssets.id, assetId),
          eq(mediaAssets.ownerSellerId, ownerSellerId),
          eq(mediaAssets.kind, 'image'),
          inArray(mediaAssets.status, ['pending', 'ready']),
        ),
      );
    const upload = asset && keyOfUpload(asset.source);
    if (!upload) return refuse('not_found');
    const source = `${UPLOADED}${upload.key}${square === null ? '' : `?square=${square}`}`;
    const [made] = await tx
      .insert(mediaAssets)
      .values({ ...asset, id: newId(), source, ownerSellerId })
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

/** How a seller's own pictures stand, each with the film it stands for; those of others are absent. */
export async function listUploads(
  db: Executor,
  sellerId: string,
  assetIds: readonly string[],
): Promise<UploadedPicture[]> {
  if (assetIds.length === 0) return [];
  const films = alias(mediaAssets, 'films');
  const rows = await db
    .select({ asset: mediaAssets, film: films })
    .from(mediaAssets)
    .leftJoin(films, eq(films.id, mediaAssets.filmId))
    .where(
      and(
        inArray(mediaAssets.id, [...assetIds]),
        eq(mediaAssets.ownerSellerId, sellerId),
        eq(mediaAssets.kind, 'image'),
      ),
    );
  return rows.map(({ asset, film }) => {
    const slower = asset.status === 'ready' && film ? film : asset;
    return {
      assetId: asset.id,
      status: slower.status,
      fault: slower.status === 'failed' ? faultOf(slower.failure) : null,
      square: keyOfUpload(asset.source)?.square ?? null,
      picture: pictureOf(asset),
      hasFilm: film !== null,
    };
  });
}

function pictureOf({ status, baseKey, width, height, widths, blur }: typeof mediaAssets.$inferSelect) {
  if (status !== 'ready' || !baseKey || !width || !height) return null;
  return toPicture({ baseKey, width, height, widths, blur, alt: '' });
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
