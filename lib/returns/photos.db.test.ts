import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { returnPhotos, returns } from '@/db/schema/returns';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { folderStorage } from '@/lib/platform/storage/folder';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder } from '@/tests/support/sold-orders';
import {
  beginPhoto,
  finishPhoto,
  forgetUnfinishedPhotos,
  getReturn,
  readPhoto,
  type PhotoOwner,
  type PhotoReader,
} from '.';
import { MOST_PHOTOS, type ReturnStatus } from './model';

const shop = await shopWithBooks();
const { db, ownerDb } = shop;
const folder = await mkdtemp(path.join(tmpdir(), 'souk-photos-'));
afterAll(() => rm(folder, { recursive: true }));
const storage = folderStorage(folder);
const now = new Date();

async function openReturn(status: ReturnStatus = 'requested') {
  const { orderId, act } = await soldOrder(shop, [1]);
  const returnId = newId();
  await ownerDb.insert(returns).values({
    ...{ id: returnId, orderId, status },
    ...{ sellerOrderId: act.sellerOrderId, sellerId: act.sellerId },
    ...{ reason: 'damaged', byRight: false, sellerPaysShipping: true },
  });
  const buyer: PhotoOwner = { by: 'buyer', orderId };
  const seller: PhotoOwner = { by: 'seller', sellerId: act.sellerId };
  return { returnId, buyer, seller };
}

/** As a browser sends it. */
async function send(returnId: string, owner: PhotoOwner, content: Buffer) {
  const begun = await beginPhoto(db, storage, { returnId, owner, bytes: content.byteLength }, now);
  if (!begun.ok) throw new Error(begun.error);
  const { photoId, address } = begun.value;
  await storage.put(new URL(address, 'http://shop').pathname.split('/').at(-1)!, content);
  return { photoId, finished: await finishPhoto(db, storage, { photoId, owner }, now) };
}

const taken = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#996633' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } })
    .jpeg()
    .toBuffer();

async function filesThere(): Promise<number> {
  let files = 0;
  for await (const _key of storage.list()) files += 1;
  return files;
}

describe('photos of a return', () => {
  it('are seen by both sides and by staff, without what the camera wrote into them, and by nobody else', async () => {
    const { returnId, buyer, seller } = await openReturn();
    const { photoId, finished } = await send(returnId, buyer, await taken());
    expect(finished).toEqual({ ok: true, value: null });
    const other = await openReturn();
    const seenBy = async (reader: PhotoReader) => readPhoto(db, storage, photoId, reader);
    for (const reader of [buyer, seller, { by: 'staff' } as const]) {
      const { format, width, exif } = await sharp((await seenBy(reader))!).metadata();
      expect({ format, width, exif }).toEqual({ format: 'webp', width: 800, exif: undefined });
    }
    expect([await seenBy(other.buyer), await seenBy(other.seller)]).toEqual([null, null]);
    const { photos } = (await getReturn(db, returnId))!;
    expect(photos.map((photo) => [parsePublicId('pho', photo.photoId), photo.by])).toEqual([
      [photoId, 'buyer'],
    ]);
  });

  it('are added to one’s own returns only, and finished by who began them', async () => {
    const { returnId, buyer, seller } = await openReturn();
    const other = await openReturn();
    for (const owner of [other.buyer, other.seller]) {
      expect(await beginPhoto(db, storage, { returnId, owner, bytes: 9 }, now)).toMatchObject({
        error: 'not_found',
      });
    }
    const { photoId } = await send(returnId, buyer, await taken());
    for (const owner of [seller, other.buyer]) {
      expect(await finishPhoto(db, storage, { photoId, owner }, now)).toMatchObject({ error: 'not_found' });
    }
  });

  it('that are none, or too many, or too large, or too late are refused, and leave nothing behind', async () => {
    const { returnId, buyer } = await openReturn();
    const before = await filesThere();
    const { finished } = await send(returnId, buyer, Buffer.from('<svg onload="alert(1)"/>'));
    expect(finished).toMatchObject({ error: 'photo_unreadable' });
    expect(await filesThere()).toBe(before);
    const begin = (bytes: number) => beginPhoto(db, storage, { returnId, owner: buyer, bytes }, now);
    expect(await begin(1024 ** 3)).toMatchObject({ error: 'picture_too_large' });
    for (let number = 0; number < MOST_PHOTOS; number += 1) expect((await begin(9)).ok).toBe(true);
    expect(await begin(9)).toMatchObject({ error: 'too_many_photos' });
    const over = await openReturn('refunded');
    expect(
      await beginPhoto(db, storage, { returnId: over.returnId, owner: over.buyer, bytes: 9 }, now),
    ).toMatchObject({ error: 'return_over' });
  });

  it('that were begun and never came are forgotten after a day', async () => {
    const { returnId, buyer } = await openReturn();
    await beginPhoto(db, storage, { returnId, owner: buyer, bytes: 9 }, now);
    const { photoId } = await send(returnId, buyer, await taken());
    await forgetUnfinishedPhotos(db, storage, new Date(now.getTime() + 25 * 3600 * 1000));
    const left = await db.select().from(returnPhotos).where(eq(returnPhotos.returnId, returnId));
    expect(left.map(({ id }) => id)).toEqual([photoId]);
  });
});
