import { and, asc, count, eq, isNull, lt } from 'drizzle-orm';
import sharp from 'sharp';
import { returnPhotos, returns } from '@/db/schema/returns';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { prepareUpload } from '@/lib/media';
import { MOST_UPLOAD_BYTES } from '@/lib/media/model';
import type { Database, Executor } from '@/lib/platform/database';
import type { PrivateStorage } from '@/lib/platform/storage';
import { isReturnOver, MOST_PHOTOS, type ReturnParty } from './model';

const UPLOAD_SECONDS = 3600;

/** Sharp enough to see a scratch. */
const LONGEST_SIDE = 1600;

/** Whose photos they are: the order's buyer, or its seller. */
export type PhotoOwner =
  { readonly by: 'buyer'; readonly orderId: string } | { readonly by: 'seller'; readonly sellerId: string };

/** Who may see them: both sides, and the market's staff. */
export type PhotoReader = PhotoOwner | { readonly by: 'staff' };

type OwnPhoto = { readonly photoId: string; readonly owner: PhotoOwner };

/**
 * Begins the upload of a photo: answers where the browser PUTs it. `not_found` for a return of somebody else; refuses
 * more bytes or more photos than anybody needs to show, and what is said about a return that is over.
 */
export async function beginPhoto(
  db: Executor,
  storage: PrivateStorage,
  wanted: { readonly returnId: string; readonly owner: PhotoOwner; readonly bytes: number },
  now: Date,
): Promise<
  Result<
    { photoId: string; address: string },
    'not_found' | 'return_over' | 'picture_too_large' | 'too_many_photos'
  >
> {
  const { returnId, owner, bytes } = wanted;
  const [found] = await db
    .select({ status: returns.status })
    .from(returns)
    .where(and(eq(returns.id, returnId), ofReader(owner)));
  if (!found) return refuse('not_found');
  if (isReturnOver(found.status)) return refuse('return_over');
  if (bytes > MOST_UPLOAD_BYTES) {
    return refuse('picture_too_large', { megabytes: MOST_UPLOAD_BYTES / 1024 / 1024 });
  }
  const [there] = await db
    .select({ photos: count() })
    .from(returnPhotos)
    .where(and(eq(returnPhotos.returnId, returnId), eq(returnPhotos.addedBy, owner.by)));
  if (there!.photos >= MOST_PHOTOS) return refuse('too_many_photos', { limit: MOST_PHOTOS });
  const photoId = newId();
  // Not the id, which pages show.
  const key = `return-photo-${newId()}`;
  await db.insert(returnPhotos).values({ id: photoId, returnId, addedBy: owner.by, key, bytes });
  return ok({ photoId, address: await storage.signUpload(key, { bytes, seconds: UPLOAD_SECONDS }, now) });
}

/**
 * Takes a photo that has arrived, upright, at a size for screens and free of all that its camera wrote into it, such as
 * where it was taken. What is no photo is thrown away and refused. `not_found` when it has not arrived or is another's.
 */
export async function finishPhoto(
  db: Database,
  storage: PrivateStorage,
  own: OwnPhoto,
  now: Date,
): Promise<Result<null, 'not_found' | 'photo_unreadable'>> {
  const photo = await find(db, own.photoId, own.owner, own.owner.by);
  if (!photo) return refuse('not_found');
  if (photo.readyAt !== null) return ok(null);
  const original = await storage.get(photo.key);
  if (original?.byteLength !== photo.bytes) return refuse('not_found');
  const prepared = await prepareUpload(original, null);
  if (prepared.content === null) {
    await forget(db, storage, photo);
    return refuse('photo_unreadable');
  }
  const shown = await sharp(prepared.content)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  const key = `return-photo-${newId()}.webp`;
  await storage.put(key, shown);
  await db.update(returnPhotos).set({ key, readyAt: now }).where(eq(returnPhotos.id, photo.id));
  await storage.delete(photo.key);
  return ok(null);
}

/** The photo as WebP, for both sides and for staff; null for anybody else. */
export async function readPhoto(
  db: Executor,
  storage: PrivateStorage,
  photoId: string,
  reader: PhotoReader,
): Promise<Buffer | null> {
  const photo = await find(db, photoId, reader);
  return photo?.readyAt ? storage.get(photo.key) : null;
}

/** Forgets uploads that were begun a day ago and never came. */
export async function forgetUnfinishedPhotos(
  db: Executor,
  storage: PrivateStorage,
  now: Date,
): Promise<void> {
  const yesterday = new Date(now.getTime() - 24 * 3600 * 1000);
  const lost = await db
    .select({ id: returnPhotos.id, key: returnPhotos.key })
    .from(returnPhotos)
    .where(and(isNull(returnPhotos.readyAt), lt(returnPhotos.createdAt, yesterday)))
    .orderBy(asc(returnPhotos.id))
    .limit(500);
  for (const photo of lost) await forget(db, storage, photo);
}

async function find(db: Executor, photoId: string, reader: PhotoReader, addedBy?: ReturnParty) {
  const [row] = await db
    .select({
      id: returnPhotos.id,
      key: returnPhotos.key,
      bytes: returnPhotos.bytes,
      readyAt: returnPhotos.readyAt,
    })
    .from(returnPhotos)
    .innerJoin(returns, eq(returns.id, returnPhotos.returnId))
    .where(
      and(
        eq(returnPhotos.id, photoId),
        ofReader(reader),
        addedBy === undefined ? undefined : eq(returnPhotos.addedBy, addedBy),
      ),
    );
  return row;
}

function ofReader(reader: PhotoReader) {
  switch (reader.by) {
    case 'buyer':
      return eq(returns.orderId, reader.orderId);
    case 'seller':
      return eq(returns.sellerId, reader.sellerId);
    case 'staff':
      return undefined;
  }
}

/** The row first: what no row names is found by nobody. */
async function forget(
  db: Executor,
  storage: PrivateStorage,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<void> {
  await db.delete(returnPhotos).where(eq(returnPhotos.id, id));
  await storage.delete(key);
}
