import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importMapping, type ImportMapping } from '@/lib/catalog';
import { testDatabase } from '@/tests/support/database';
import { importFile, type ImportOptions } from './import-file';

const { db, ownerSql } = await testDatabase();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-import-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(
  () => ownerSql`
    truncate products, catalog_imports, sellers, listings, listing_texts, listing_prices, listing_variants,
      listing_categories cascade`,
);

const delivery = { EUR: { priceMinor: 490, minDays: 2, maxDays: 4 } };

const jsonLines = importMapping.parse({
  name: 'lamps',
  format: 'jsonl',
  product: {
    key: 'id',
    title: 'name',
    brand: 'maker',
    description: ['text'],
    gtins: 'ean',
    images: ['image'],
    attributes: { prefixes: ['attr_'], fields: { color: 'colour' } },
  },
  category: { kind: 'infer', fields: ['name'], otherwise: 'home' },
  offer: {
    seller: { name: 'Lamp shop', slug: 'lamp-shop', country: 'DE', handlingDays: 1, delivery },
    stock: { kind: 'fixed', quantity: 3 },
    prices: [{ kind: 'field', field: 'price', unit: 'major', currency: 'EUR' }],
  },
});

const offersFile = importMapping.parse({
  name: 'compared',
  format: 'csv',
  product: { key: 'cluster', title: 'label' },
  category: { kind: 'table', field: 'kind', paths: { TVs: 'electronics/tvs' } },
  offer: {
    seller: {
      field: 'shop',
      name: 'Shop {value}',
      slug: 'shop-{value}',
      country: 'GB',
      handlingDays: 2,
      delivery,
    },
    stock: { kind: 'demo', min: 1, max: 9 },
    prices: [
      {
        kind: 'demo',
        currency: 'EUR',
        rangeField: 'kind',
        rangesMinor: { TVs: [10_000, 90_000] },
        spreadBasisPoints: 1000,
      },
    ],
  },
});

const lamp = (id: number, more: object = {}) => ({
  id: `l${id}`,
  name: `Table lamp ${id}`,
  maker: 'Iris',
  price: 19.99,
  color: 'Red',
  attr_unheard_of: 7,
  ...more,
});

async function importRows(
  rows: readonly (object | string)[],
  options: Partial<ImportOptions> = {},
  mapping: ImportMapping = jsonLines,
) {
  const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
  const file = path.join(folder, `${mapping.name}.jsonl.gz`);
  await writeFile(file, gzipSync(lines.join('\n')));
  const problems: string[] = [];
  const missingPictures: string[] = [];
  const status = await importFile(db, {
    file,
    mapping,
    onProblem: ({ rowNumber, reason }) => problems.push(`${rowNumber}: ${reason}`),
    onMissingPicture: ({ rowNumber, reason }) => missingPictures.push(`${rowNumber}: ${reason}`),
    ...options,
  });
  return { status, problems, missingPictures };
}

async function count(table: string): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
  return row!.n;
}

test('rows become live products with an offer, stock, category and listing', async () => {
  await importRows([lamp(1, { ean: ['4006381333931', 'nonsense'] })]);
  const [listing] = await db.execute(sql`
    select p.external_id, t.title, r.attributes, v.gtin, c.path, price.price_minor::int as price, st.on_hand
    from listings l join products p on p.id = l.product_id
    join product_revisions r on r.product_id = p.id and r.revision = p.live_revision
    join product_translations t on t.product_id = p.id and t.revision = p.live_revision
    join variants v on v.product_id = p.id join categories c on c.id = p.category_id
    join listing_prices price on price.product_id = p.id
    join offers o on o.variant_id = v.id join stock st on st.offer_id = o.id`);
  expect(listing).toMatchObject({
    external_id: 'lamps:l1',
    title: 'Table lamp 1',
    attributes: { colour: 'Red', unheard_of: 7 },
    gtin: '4006381333931',
    path: 'home/lighting',
    price: 1999,
    on_hand: 3,
  });
});

test('a bad row is told with its number and reason, and costs no other row', async () => {
  const { status, problems } = await importRows([
    lamp(1),
    '{"id": "cut off',
    lamp(3, { name: '' }),
    lamp(4, { price: 'a lot' }),
    lamp(5, { price: -1 }),
    '[1, 2]',
    lamp(7, { image: 'not an address', ean: '12' }),
    lamp(8, { price: null }),
  ]);
  expect(problems).toEqual([
    '2: not JSON',
    '3: name is empty',
    '4: price is not a number: a lot',
    '5: price -100 is out of range',
    '6: not a JSON object',
  ]);
  expect(status).toMatchObject({ rowsRead: 8, rowsFailed: 5, products: 3 });
  expect(await count('listings')).toBe(3);
});

test('what the database refuses is told, too, and the rest of its batch is saved', async () => {
  await ownerSql`alter table product_translations add constraint no_cursed_lamps check (title <> 'Cursed lamp')`;
  try {
    const { problems } = await importRows([lamp(1), lamp(2, { name: 'Cursed lamp' }), lamp(3)]);
    expect(problems).toEqual([expect.stringMatching(/^2: .*no_cursed_lamps/)]);
    expect(await count('listings')).toBe(2);
  } finally {
    await ownerSql`alter table product_translations drop constraint no_cursed_lamps`;
  }
});

describe('importing again', () => {
  test('changes nothing when the file has not changed', async () => {
    await importRows([lamp(1), lamp(2)]);
    const tables = ['products', 'product_revisions', 'variants', 'offers', 'stock_movements', 'brands'];
    const before = await Promise.all(tables.map(count));
    await importRows([lamp(1), lamp(2)]);
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  test('updates what has changed as a new revision under the same address', async () => {
    await importRows([lamp(1)]);
    const [before] = await db.execute<{ slug: string }>(sql`select slug from products`);
    await importRows([lamp(1, { name: 'Table lamp, improved', price: 24.5 })]);
    const [after] = await db.execute(sql`
      select p.slug, p.live_revision, t.title, price.price_minor::int as price
      from products p join listing_texts t on t.product_id = p.id
      join listing_prices price on price.product_id = p.id`);
    expect(after).toEqual({
      slug: before!.slug,
      live_revision: 2,
      title: 'Table lamp, improved',
      price: 2450,
    });
  });

  test('takes from sale what has no price any more', async () => {
    await importRows([lamp(1)]);
    await importRows([lamp(1, { price: null })]);
    const [listed] = await db.execute(sql`select availability from listing_prices`);
    expect(listed).toEqual({ availability: 'unavailable' });
  });
});

describe('pictures', () => {
  const address = (id: number) => `https://pictures.example/${id}.jpg`;
  const lamps = [1, 2, 3, 4].map((id) => lamp(id, { image: address(id) }));

  async function asked(): Promise<string[]> {
    const rows = await db.execute<{ source: string }>(sql`
      select a.source from jobs cross join jsonb_array_elements_text(jobs.payload->'assetIds') asset
      join media_assets a on a.id = asset::uuid where jobs.name = 'make-pictures' order by a.source`);
    return rows.map(({ source }) => source);
  }

  beforeEach(() => ownerSql`truncate jobs, media_assets cascade`);

  test('are asked for once, while they wait and when they are there', async () => {
    await importRows(lamps);
    await ownerSql`update media_assets set status = 'ready' where source = ${address(1)}`;
    const { status, missingPictures } = await importRows(lamps);
    expect(await asked()).toEqual([1, 2, 3, 4].map(address));
    expect(missingPictures).toEqual([]);
    expect(status.picturesMissing).toBe(0);
  });

  test('that were given up are tried again by the next import, which says why they are missing', async () => {
    await importRows(lamps);
    await ownerSql`update media_assets set status = 'failed', failure = 'The server answered 404.'`;
    // Its job is still at it.
    await ownerSql`
      update media_assets set status = 'pending', failure = 'The server answered 503.'
      where source = ${address(3)}`;
    await ownerSql`update jobs set status = 'done'`;
    const { status, missingPictures } = await importRows([...lamps, lamp(4, { image: address(4) })]);
    expect(missingPictures).toEqual([
      '1: The server answered 404.',
      '2: The server answered 404.',
      '3: The server answered 503.',
      '4: The server answered 404.',
    ]);
    expect(status.picturesMissing).toBe(4);
    expect(await asked()).toEqual([1, 1, 2, 2, 3, 4, 4].map(address));
    expect(await db.execute(sql`select distinct status from media_assets`)).toEqual([{ status: 'pending' }]);
  });

  test('are looked at by no dry run', async () => {
    await importRows(lamps);
    await ownerSql`update media_assets set status = 'failed', failure = 'The server answered 404.'`;
    const { missingPictures } = await importRows(lamps, { dryRun: true });
    expect(missingPictures).toEqual([]);
    expect(await db.execute(sql`select distinct status from media_assets`)).toEqual([{ status: 'failed' }]);
  });
});

test('an import that was stopped goes on where it was, and ends as if it had not been', async () => {
  const rows = Array.from({ length: 1300 }, (_, index) => lamp(index));
  let batches = 0;
  const stopped = importRows(rows, {
    onProgress: () => {
      batches += 1;
      if (batches === 2) throw new Error('killed');
    },
  });
  await expect(stopped).rejects.toThrow('killed');
  const { status } = await importRows(rows, { resume: true });
  expect(status.resumedFrom).toBe(800);
  expect(status.rowsRead).toBe(1300);
  expect(await count('products')).toBe(1300);
  expect(await count('listings')).toBe(1300);
});

test('a dry run finds the same problems and writes nothing', async () => {
  const { status, problems } = await importRows([lamp(1), lamp(2, { name: ' ' })], { dryRun: true });
  expect(problems).toEqual(['2: name is empty']);
  expect(status.products).toBe(1);
  expect(await count('products')).toBe(0);
  expect(await count('catalog_imports')).toBe(0);
});

test('merchants become sellers with offers on shared products, at prices that never change', async () => {
  const file = path.join(folder, 'offers.csv');
  const rows = [
    '1,Loewe 55", 4K,7,TVs',
    '2,Loewe 55" 4K,7,TVs',
    '1,Loewe 55" 4K,7,TVs',
    '2,"Sony, 40",8,TVs',
  ];
  await writeFile(file, ['shop,label,cluster,kind', ...rows, '3,Radio,9,Radios'].join('\n'));
  const problems: string[] = [];
  const run = () =>
    importFile(db, {
      file,
      mapping: offersFile,
      onProblem: ({ rowNumber, reason }) => problems.push(`${rowNumber}: ${reason}`),
    });
  await run();
  expect(problems).toEqual([
    expect.stringMatching(/^1: Invalid Record Length/),
    '5: no category for kind "Radios"',
  ]);
  const prices = () => db.execute(sql`select price_minor from offer_prices order by price_minor`);
  const before = [...(await prices())];
  expect(before).toHaveLength(3);
  expect(await count('products')).toBe(2);
  expect(await count('sellers')).toBe(2);
  await run();
  expect([...(await prices())]).toEqual(before);
});
