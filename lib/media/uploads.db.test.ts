import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { mediaAssets } from '@/db/schema/media';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { folderStorage } from '@/lib/platform/storage/folder';
import { testDatabase } from '@/tests/support/database';
import { film } from '@/tests/support/film';
import {
  beginFilmUpload,
  beginUpload,
  cropUpload,
  finishUpload,
  forgetUnfinishedUploads,
  listUploads,
  makeImportedPicture,
  MOST_FILM_BYTES,
  MOST_UPLOAD_BYTES,
} from '.';

const { db, ownerDb } = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'souk-uploads-'));
afterAll(() => rm(folder, { recursive: true }));
const storage = folderStorage(path.join(folder, 'public'));
const uploads = folderStorage(path.join(folder, 'private'));
const now = new Date();
const sellerId = newId();

/** Sends what a browser would, and answers the asset. */
async function upload(content: Buffer, bytes = content.byteLength, filmId?: string): Promise<string> {
  return sent(content, await beginUpload(db, uploads, { sellerId, bytes, filmId }, now));
}

async function sent(content: Buffer, begun: Result<{ assetId: string; address: string }>): Promise<string> {
  if (!begun.ok) throw new Error(begun.error);
  const { assetId, address } = begun.value;
  await uploads.put(new URL(address, 'http://shop').pathname.split('/').at(-1)!, content);
  return assetId;
}

function work(assetId: string): Promise<void> {
  return makeImportedPicture(
    db,
    { storage, uploads, mayReach: () => false },
    { assetId, isLastAttempt: true },
  );
}

async function make(assetId: string) {
  await work(assetId);
  const [found] = await listUploads(db, sellerId, [assetId]);
  return found!;
}

const plain = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

async function uploaded(content: Buffer) {
  const assetId = await upload(content);
  expect(await finishUpload(db, uploads, { sellerId, assetId })).toMatchObject({ ok: true });
  return make(assetId);
}

describe('an upload', () => {
  it('is expected, arrives, is made once however often it is said, and is shown', async () => {
    const assetId = await upload(await plain().jpeg().toBuffer());
    expect((await listUploads(db, sellerId, [assetId]))[0]).toMatchObject({
      status: 'expected',
      picture: null,
    });
    await finishUpload(db, uploads, { sellerId, assetId });
    await finishUpload(db, uploads, { sellerId, assetId });
    const [jobs] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from jobs where payload -> 'assetIds' ->> 0 = ${assetId}`,
    );
    expect(jobs!.count).toBe(1);
    const made = await make(assetId);
    expect(made).toMatchObject({ status: 'ready', picture: { widths: [160, 320], width: 600, height: 400 } });
    for (const format of ['avif', 'webp']) {
      expect(await storage.exists(`${made.picture!.base.replace('/media/', '')}-320.${format}`)).toBe(true);
    }
  });

  it('loses everything its camera wrote into it, and is turned upright', async () => {
    const photo = await plain()
      .withExif({ IFD0: { Artist: 'Somebody', Orientation: '6' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const made = await uploaded(photo);
    expect(made.picture).toMatchObject({ width: 400, height: 600 });
    const body = await storage.get(`${made.picture!.base.replace('/media/', '')}-320.webp`);
    const { exif, icc, xmp } = await sharp(body!).metadata();
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
  });

  it('in the colours of print is shown in those of screens', async () => {
    const made = await uploaded(await plain().toColourspace('cmyk').jpeg().toBuffer());
    expect(made.status).toBe('ready');
    const body = await storage.get(`${made.picture!.base.replace('/media/', '')}-320.webp`);
    expect((await sharp(body!).metadata()).space).toBe('srgb');
  });

  const moving = async () => {
    const frames = await Promise.all([
      plain(400, 400).png().toBuffer(),
      plain(400, 400).negate().png().toBuffer(),
    ]);
    return sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
  };
  const noise = async () =>
    sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();

  it.each<[string, string, () => Promise<Buffer>]>([
    [
      'a drawing that is a program',
      'not_a_picture',
      async () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>',
        ),
    ],
    ['a page', 'not_a_picture', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing that is known', 'not_a_picture', async () => Buffer.alloc(5000, 7)],
    ['what moves', 'animated', moving],
    [
      'a file that breaks off',
      'damaged',
      async () => {
        const whole = await noise();
        return whole.subarray(0, whole.byteLength / 2);
      },
    ],
    ['a stamp', 'too_small', () => plain(299, 900).png().toBuffer()],
    ['a bomb', 'too_large', () => plain(20_000, 4_100).png().toBuffer()],
  ])('of %s fails alone, with the reason %s', async (_, fault, content) => {
    expect(await uploaded(await content())).toMatchObject({ status: 'failed', fault, picture: null });
  });

  it('with more bytes than any picture is refused before a byte is sent', async () => {
    const refused = await beginUpload(db, uploads, { sellerId, bytes: MOST_UPLOAD_BYTES + 1 }, now);
    expect(refused).toMatchObject({ error: 'picture_too_large', detail: { megabytes: 20 } });
  });

  it('that never came, or came with another length, is not taken', async () => {
    const never = await beginUpload(db, uploads, { sellerId, bytes: 10 }, now);
    const assetId = never.ok ? never.value.assetId : '';
    expect(await finishUpload(db, uploads, { sellerId, assetId })).toMatchObject({ error: 'not_found' });
    const other = await upload(Buffer.from('12345'), 6);
    expect(await finishUpload(db, uploads, { sellerId, assetId: other })).toMatchObject({
      error: 'not_found',
    });
    await ownerDb.execute(
      sql`update media_assets set created_at = now() - interval '2 days' where id = ${assetId}`,
    );
    await forgetUnfinishedUploads(db, now);
    expect(await listUploads(db, sellerId, [assetId, other])).toMatchObject([{ assetId: other }]);
  });

  it('of somebody else is not found by any use case', async () => {
    const assetId = await upload(await plain().png().toBuffer());
    const stranger = { sellerId: newId(), assetId };
    expect(await finishUpload(db, uploads, stranger)).toMatchObject({ error: 'not_found' });
    await finishUpload(db, uploads, { sellerId, assetId });
    expect(await cropUpload(db, { ...stranger, square: 50 })).toMatchObject({ error: 'not_found' });
    expect(await listUploads(db, stranger.sellerId, [assetId])).toEqual([]);
  });
});

describe('cutting an upload to a square', () => {
  it('makes another picture of the same original, at the place that was chosen, and goes back', async () => {
    const red = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer();
    const halves = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#0000ff' } })
      .composite([{ input: red, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const whole = await uploaded(halves);
    const cut = async (square: number | null, assetId = whole.assetId) => {
      const cropped = await cropUpload(db, { sellerId, assetId, square });
      if (!cropped.ok) throw new Error(cropped.error);
      return make(cropped.value.assetId);
    };
    const [start, end] = [await cut(0), await cut(100)];
    for (const each of [start, end]) expect(each.picture).toMatchObject({ width: 400, height: 400 });
    const colourOf = async (assetId: string) => {
      const [row] = await db.select().from(mediaAssets).where(eq(mediaAssets.id, assetId));
      return row!.colour;
    };
    expect(await colourOf(start.assetId)).toMatch(/^#f[ef]0\d0\d$/);
    expect(await colourOf(end.assetId)).toMatch(/^#0\d0\df[ef]$/);
    expect((await cut(0)).assetId).toBe(start.assetId);
    expect((await cut(null, end.assetId)).assetId).toBe(whole.assetId);
  });
});

describe('a film', () => {
  async function filmed(content: Buffer): Promise<string> {
    const begun = await beginFilmUpload(db, uploads, { sellerId, bytes: content.byteLength }, now);
    const filmId = await sent(content, begun);
    expect(await finishUpload(db, uploads, { sellerId, assetId: filmId })).toMatchObject({ ok: true });
    return filmId;
  }

  /** The picture that stands for it, made. */
  async function posterOf(filmId: string) {
    const poster = await plain().jpeg().toBuffer();
    const assetId = await upload(poster, poster.byteLength, filmId);
    await finishUpload(db, uploads, { sellerId, assetId });
    return make(assetId);
  }

  it('is ready with the picture that stands for it, and says nothing of where it was taken', async () => {
    const original = await film({ comment: '+52.5186+013.3761/' });
    expect(original.includes('+52.5186')).toBe(true);
    const filmId = await filmed(original);
    const waiting = await posterOf(filmId);
    expect(waiting).toMatchObject({ status: 'pending', hasFilm: true });
    await work(filmId);
    const [ready] = await listUploads(db, sellerId, [waiting.assetId]);
    expect(ready).toMatchObject({ status: 'ready', fault: null });
    const [row] = await db.select().from(mediaAssets).where(eq(mediaAssets.id, filmId));
    expect(row).toMatchObject({ status: 'ready', width: 320, height: 240 });
    const shown = await storage.get(`${row!.baseKey}.mp4`);
    expect(shown!.includes('+52.5186')).toBe(false);
    // What browsers need to know comes before what they show.
    expect(shown!.indexOf('moov')).toBeLessThan(shown!.indexOf('mdat'));
  });

  it('stays behind its picture when that is cut to a square', async () => {
    const poster = await posterOf(await filmed(await film()));
    const cropped = await cropUpload(db, { sellerId, assetId: poster.assetId, square: 50 });
    const [cut] = await listUploads(db, sellerId, [cropped.ok ? cropped.value.assetId : '']);
    expect(cut).toMatchObject({ hasFilm: true });
  });

  it.each<[string, string, () => Promise<Buffer>]>([
    ['a page', 'not_a_film', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture', 'not_a_film', () => plain().jpeg().toBuffer()],
    ['what some phones cannot play', 'film_unplayable', () => film({ codec: 'vp9' })],
    ['an hour', 'film_too_long', () => film({ seconds: 3600 })],
    ['a film that breaks off', 'damaged', async () => (await film()).subarray(0, -10)],
  ])('of %s fails with its picture, with the reason %s', async (_, fault, content) => {
    const filmId = await filmed(await content());
    await work(filmId);
    expect(await posterOf(filmId)).toMatchObject({ status: 'failed', fault });
  });

  it('with more bytes than a minute has is refused before a byte is sent', async () => {
    const refused = await beginFilmUpload(db, uploads, { sellerId, bytes: MOST_FILM_BYTES + 1 }, now);
    expect(refused).toMatchObject({ error: 'film_too_large', detail: { megabytes: 100 } });
  });

  it('of somebody else, one that never came, and a picture are none that a picture could stand for', async () => {
    const others = await beginFilmUpload(db, uploads, { sellerId: newId(), bytes: 10 }, now);
    const never = await beginFilmUpload(db, uploads, { sellerId, bytes: 10 }, now);
    const picture = await upload(await plain().jpeg().toBuffer());
    for (const filmId of [
      ...[others, never].map((begun) => (begun.ok ? begun.value.assetId : '')),
      picture,
    ]) {
      expect(await beginUpload(db, uploads, { sellerId, bytes: 10, filmId }, now)).toMatchObject({
        error: 'not_found',
      });
    }
  });

  it('is no picture itself', async () => {
    const filmId = await filmed(await film());
    expect(await listUploads(db, sellerId, [filmId])).toEqual([]);
    expect(await cropUpload(db, { sellerId, assetId: filmId, square: 50 })).toMatchObject({
      error: 'not_found',
    });
  });
});
