import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mediaAssets } from '@/db/schema/media';
import { newId } from '@/lib/kernel/ids';
import { askForPictures, PICTURE_ATTEMPTS, renditionKey } from '@/lib/media';
import { claimJobs, enqueueJobs, retryWaitSeconds } from '@/lib/platform/jobs';
import { folderStorage, type FolderStorage } from '@/lib/platform/storage/folder';
import type { Storage } from '@/lib/platform/storage';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { drain } from '../worker';
import { makePicturesFrom, makePicturesWork } from './make-pictures';

const { db, ownerDb } = await testDatabase();

/** A server somewhere: what it answers is said by each test. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(request, response);
});
let origin: string;
let folder: string;
let storage: Storage;
let uploads: FolderStorage;

/** The test's own server stands for the public internet; everything else is as the worker has it. */
const works = () => [
  makePicturesFrom(() => ({ storage, uploads, mayReach: (address) => address === '127.0.0.1' })),
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-pictures-'));
  storage = folderStorage(folder);
  uploads = folderStorage(path.join(folder, 'private'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
});
afterEach(() => ownerDb.execute(sql`truncate jobs, outdated_pages`));

async function photo(width = 700): Promise<Buffer> {
  return sharp({ create: { width, height: 350, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();
}

async function asset(source: string): Promise<string> {
  const id = newId();
  await ownerDb.insert(mediaAssets).values({ id, source });
  return id;
}

/** Asks for the pictures and works until nothing is due. */
async function make(...assetIds: string[]): Promise<void> {
  await db.transaction((tx) => askForPictures(tx, assetIds));
  await drain(db, works());
}

async function stateOf(id: string) {
  const [row] = await db.select().from(mediaAssets).where(eq(mediaAssets.id, id));
  return row!;
}

async function jobsByStatus() {
  return db.execute<{ status: string; attempts: number; last_error: string | null }>(
    sql`select status::text, attempts, last_error from jobs`,
  );
}

/** As if its wait were over. */
async function letWaitsEnd(attempts?: number, does = works()): Promise<void> {
  await ownerDb.execute(
    sql`update jobs set run_at = now(), attempts = coalesce(${attempts ?? null}, attempts)`,
  );
  await drain(db, does);
}

describe('an imported picture', () => {
  test('is fetched, made in every width, and shown where its product is', async () => {
    const { productId, slug } = await productWithPicture(`${origin}/photo`);
    answer = async (_, response) => response.end(await photo());
    const id = await pictureOf(productId);
    await make(id);

    const made = await stateOf(id);
    expect(made).toMatchObject({ status: 'ready', widths: [160, 320, 640], width: 700, failure: null });
    for (const width of made.widths) {
      expect(await storage.exists(renditionKey(made.baseKey!, width, 'avif'))).toBe(true);
      expect(await storage.exists(renditionKey(made.baseKey!, width, 'webp'))).toBe(true);
    }
    const announced = await db.execute<{ outdated: string[] }>(sql`select outdated from outdated_pages`);
    expect(announced.flatMap(({ outdated }) => outdated)).toContain(`/p/${slug}`);
    const [listing] = await db.execute<{ image: { baseKey: string } }>(
      sql`select image from listings where product_id = ${productId}`,
    );
    expect(listing?.image.baseKey).toBe(made.baseKey);
  });

  test('is what its bytes are, whatever the server calls it', async () => {
    answer = async (_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(await photo());
    };
    const id = await asset(`${origin}/called-a-page`);
    await make(id);
    expect(await stateOf(id)).toMatchObject({ status: 'ready' });
  });

  test('is found behind redirects', async () => {
    answer = async (request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/here' }).end();
      else response.end(await photo());
    };
    const id = await asset(`${origin}/moved`);
    await make(id);
    expect(await stateOf(id)).toMatchObject({ status: 'ready' });
    expect(asked).toEqual(['/moved', '/here']);
  });

  test('that lies in our storage is made from there', async () => {
    await storage.put('original.jpg', await photo());
    const [stored, missing] = [await asset('file:original.jpg'), await asset('file:gone.jpg')];
    await make(stored, missing);
    expect(await stateOf(stored)).toMatchObject({ status: 'ready' });
    expect(await stateOf(missing)).toMatchObject({
      status: 'failed',
      failure: 'The file is not in the storage.',
    });
  });

  test('is fetched once, however often it is asked for', async () => {
    answer = async (_, response) => response.end(await photo());
    const id = await asset(`${origin}/once`);
    await make(id);
    await make(id);
    await make(id, newId());
    expect(asked).toEqual(['/once']);
  });
});

describe('a picture that cannot be had', () => {
  test('fails alone, for good, with the reason in words', async () => {
    answer = async (request, response) => {
      if (request.url === '/gone') response.writeHead(404).end();
      else if (request.url === '/page') response.end('<html>no picture</html>');
      else if (request.url === '/drawing')
        response.end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
      else response.end(await photo());
    };
    const [gone, page, drawing, good] = await Promise.all(
      ['gone', 'page', 'drawing', 'good'].map((name) => asset(`${origin}/${name}`)),
    );
    await make(gone!, page!, drawing!, good!);

    expect(await stateOf(gone!)).toMatchObject({ status: 'failed', failure: 'The server answered 404.' });
    expect((await stateOf(page!)).failure).toMatch(/^It cannot be read as a picture: /);
    expect(await stateOf(drawing!)).toMatchObject({
      status: 'failed',
      failure: 'A picture cannot be made of svg.',
    });
    expect(await stateOf(good!)).toMatchObject({ status: 'ready' });
    expect(await jobsByStatus()).toMatchObject([{ status: 'done', attempts: 1 }]);
  });

  test('is tried again when its server is back, and the others do not wait for it', async () => {
    answer = async (request, response) => {
      if (request.url === '/away') response.writeHead(503).end();
      else response.end(await photo());
    };
    const [away, good] = [await asset(`${origin}/away`), await asset(`${origin}/other`)];
    await make(away, good);
    expect(await stateOf(good)).toMatchObject({ status: 'ready' });
    expect(await stateOf(away)).toMatchObject({ status: 'pending', failure: 'The server answered 503.' });
    expect(await jobsByStatus()).toMatchObject([
      { status: 'waiting', last_error: 'The server answered 503.' },
    ]);

    answer = async (_, response) => response.end(await photo());
    await letWaitsEnd();
    expect(await stateOf(away)).toMatchObject({ status: 'ready', failure: null });
    expect(asked.filter((path) => path === '/other')).toHaveLength(1);
  });

  test('is tried for a day, and no longer than two', () => {
    const waits = Array.from({ length: PICTURE_ATTEMPTS - 1 }, (_, index) => retryWaitSeconds(index + 1));
    const hours = waits.reduce((sum, seconds) => sum + seconds) / 3600;
    expect(hours).toBeGreaterThan(24);
    expect(hours).toBeLessThan(48);
  });

  test('is given up at last, with the reason', async () => {
    answer = (request) => void request.socket.destroy();
    const id = await asset(`${origin}/broken`);
    await make(id);
    await letWaitsEnd(PICTURE_ATTEMPTS - 1);
    expect(await stateOf(id)).toMatchObject({
      status: 'failed',
      failure: 'The connection failed: socket hang up.',
    });
    expect(await jobsByStatus()).toMatchObject([{ status: 'done' }]);
  });

  test('is given up, too, when the fault is ours, which an operator is left to see', async () => {
    answer = async (_, response) => response.end(await photo());
    const full = { ...storage, put: () => Promise.reject(new Error('No space is left')) };
    const inFullStorage = [makePicturesFrom(() => ({ storage: full, uploads, mayReach: () => true }))];
    const id = await asset(`${origin}/no-room`);
    await db.transaction((tx) => askForPictures(tx, [id]));
    await drain(db, inFullStorage);
    expect(await stateOf(id)).toMatchObject({ status: 'pending', failure: 'No space is left' });
    await letWaitsEnd(PICTURE_ATTEMPTS - 1, inFullStorage);
    expect(await stateOf(id)).toMatchObject({ status: 'failed', failure: 'No space is left' });
    expect(await jobsByStatus()).toMatchObject([{ status: 'dead' }]);
  });

  test('waits behind the files that sellers wait for', async () => {
    await db.transaction((tx) => askForPictures(tx, [newId()]));
    await enqueueJobs(db, [{ name: 'of-a-seller', payload: null, priority: -1 }]);
    expect(await claimJobs(db, 'bulk', 1, 60)).toMatchObject([{ name: 'of-a-seller' }]);
  });

  test('is no way into this machine or its network, by name, number or redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    const inside = await Promise.all(
      ['http://localhost:1/', 'http://127.0.0.1:1/', 'http://[::1]:1/', 'http://2130706433/'].map(asset),
    );
    await db.transaction((tx) => askForPictures(tx, inside));
    await drain(db, [makePicturesWork]);
    for (const id of inside) {
      const { status, failure } = await stateOf(id);
      expect({ status, failure }).toMatchObject({
        status: 'failed',
        failure: expect.stringMatching(/is not on the public internet\.$/),
      });
    }

    const redirected = await asset(`${origin}/inwards`);
    await make(redirected);
    expect(await stateOf(redirected)).toMatchObject({
      status: 'failed',
      failure: '169.254.169.254 is not on the public internet.',
    });
  });
});

async function productWithPicture(source: string): Promise<{ productId: string; slug: string }> {
  const { offerId } = await offerForSale(ownerDb, { onHand: 5 });
  const [row] = await ownerDb.execute<{ id: string; slug: string }>(sql`
    select p.id, p.slug from offers o join variants v on v.id = o.variant_id
    join products p on p.id = v.product_id where o.id = ${offerId}`);
  const assetId = await asset(source);
  await ownerDb.execute(sql`
    insert into product_media (product_id, position, asset_id, alt) values (${row!.id}, 0, ${assetId}, 'A cup')`);
  return { productId: row!.id, slug: row!.slug };
}

async function pictureOf(productId: string): Promise<string> {
  const [row] = await db.execute<{ asset_id: string }>(
    sql`select asset_id from product_media where product_id = ${productId}`,
  );
  return row!.asset_id;
}
