import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { offers } from '@/db/schema/offers';
import { newId, publicId } from '@/lib/kernel/ids';
import { folderStorage } from '@/lib/platform/storage/folder';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { approvedSeller } from '@/tests/support/people';
import { workbook } from '@/tests/support/workbook';
import {
  applyImport,
  beginImport,
  exportOffers,
  getImport,
  goOnWithImport,
  listImportChanges,
  listImportProblems,
  listImports,
  mapImport,
  problemSheet,
  readImport,
  undoImport,
} from '..';
import { MOST_SHEET_BYTES } from './model';

const { db, ownerDb } = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'souk-sheets-'));
afterAll(() => rm(folder, { recursive: true }));
const storage = folderStorage(folder);

let sellerId: string;
beforeEach(async () => {
  sellerId = await approvedSeller(ownerDb);
  // Barcodes are one test's own.
  await ownerDb.execute(sql`update variants set gtin = null`);
});

async function offer(sku: string, priceMinor: number, stock: number): Promise<string> {
  const { offerId } = await offerForSale(ownerDb, { sellerId, priceMinor, onHand: stock });
  await ownerDb.update(offers).set({ sellerSku: sku }).where(eq(offers.id, offerId));
  return offerId;
}

async function stateOf(offerId: string) {
  const [row] = await db.execute<{ price: number; on_hand: number; status: string; version: number }>(sql`
    select p.price_minor::int as price, s.on_hand, o.status, o.version from offers o
    join offer_prices p on p.offer_id = o.id join stock s on s.offer_id = o.id where o.id = ${offerId}`);
  return row!;
}

/** Goods that somebody else sells, with this barcode. */
async function sold(gtin: string): Promise<{ variantId: string }> {
  const { offerId } = await offerForSale(ownerDb);
  const [row] = await ownerDb.execute<{ id: string }>(sql`
    update variants set gtin = ${gtin} where id = (select variant_id from offers where id = ${offerId}) returning id`);
  return { variantId: row!.id };
}

function ownOffers() {
  return db.execute<{ variant_id: string; sku: string; price: number; on_hand: number; status: string }>(sql`
    select o.variant_id, o.seller_sku as sku, p.price_minor::int as price, s.on_hand, o.status from offers o
    join offer_prices p on p.offer_id = o.id join stock s on s.offer_id = o.id
    where o.seller_id = ${sellerId} order by o.seller_sku desc`);
}

/** As a browser sends it; read to the end. */
async function upload(text: string | Buffer) {
  const content = Buffer.from(text);
  const file = { sellerId, userId: newId(), fileName: 'offers.csv', bytes: content.byteLength };
  const begun = await beginImport(db, storage, file, new Date());
  if (!begun.ok) throw new Error(begun.error);
  const { importId, address } = begun.value;
  await storage.put(new URL(address, 'http://shop').pathname.split('/').at(-1)!, content);
  const own = { importId, sellerId };
  expect(await readImport(db, storage, own)).toMatchObject({ ok: true });
  await goOnWithImport(db, storage, importId);
  return own;
}

async function applied(own: Awaited<ReturnType<typeof upload>>) {
  expect(await applyImport(db, own)).toMatchObject({ ok: true });
  await goOnWithImport(db, storage, own.importId);
  return getImport(db, own);
}

describe('a file of offers', () => {
  it('shows what it would change, changes that alone, and takes it all back', async () => {
    const [tea, cup, pot] = [
      await offer('TEA', 500, 10),
      await offer('CUP', 800, 4),
      await offer('POT', 2000, 1),
    ];
    const own = await upload(
      `sku,price,on_hand,selling\nTEA,4.50,,\nCUP,,9,no\nPOT,20.00,1,yes\nGONE,1,1,yes\nTEA,9,,\nCUP,-1,,\n`,
    );
    expect(await getImport(db, own)).toMatchObject({
      ...{ status: 'checked', rowsRead: 6, changing: 2, unchanged: 1, wrong: 3, applied: 0 },
    });
    expect(await listImportChanges(db, own, 'en')).toMatchObject([
      { number: 1, sku: 'TEA', price: { before: { amountMinor: 500 }, after: { amountMinor: 450 } } },
      { number: 2, sku: 'CUP', onHand: { before: 4, after: 9 }, selling: { before: true, after: false } },
    ]);
    expect(await stateOf(tea)).toMatchObject({ price: 500 });

    expect(await applied(own)).toMatchObject({ status: 'applied', applied: 2, wrong: 3 });
    expect(await stateOf(tea)).toMatchObject({ price: 450, on_hand: 10, status: 'active' });
    expect(await stateOf(cup)).toMatchObject({ price: 800, on_hand: 9, status: 'paused' });
    expect(await stateOf(pot)).toMatchObject({ price: 2000, version: 1 });

    expect(await undoImport(db, own)).toMatchObject({ ok: true });
    await goOnWithImport(db, storage, own.importId);
    expect(await getImport(db, own)).toMatchObject({ status: 'undone', applied: 0 });
    expect(await stateOf(tea)).toMatchObject({ price: 500, on_hand: 10 });
    expect(await stateOf(cup)).toMatchObject({ price: 800, on_hand: 4, status: 'active' });
    expect(await undoImport(db, own)).toMatchObject({ error: 'illegal_transition' });
  });

  it('says beside each row it leaves out why, and gives those rows back as a file', async () => {
    const tea = await offer('TEA', 500, 10);
    await offer('SAME', 500, 1);
    await offer('SAME', 500, 1);
    await ownerDb.execute(sql`update stock set reserved = 6 where offer_id = ${tea}`);
    const own = await upload('sku,price,stock\nTEA,,5\nSAME,3,\n=cmd,1,1\n,1,1\nTEA,free,\n');
    const problems = await listImportProblems(db, own, 10);
    expect(problems.map(({ number, problem }) => [number, problem])).toEqual([
      [1, 'stock_below_reserved'],
      [2, 'sku_ambiguous'],
      [3, 'offer_unknown'],
      [4, 'offer_unknown'],
      [5, 'price_wrong'],
    ]);
    const { heading } = (await getImport(db, own))!;
    const text = problemSheet(heading, problems, (problem) => `because ${problem}`);
    const sheet = text.split('\r\n');
    expect(sheet[0]).toBe('row,problem,sku,price,stock');
    expect(sheet[1]).toBe('1,because stock_below_reserved,TEA,,5');
    expect(sheet[3]).toBe("3,because offer_unknown,'=cmd,1,1");
    const again = await upload(text.replace(',TEA,,5', ',TEA,,6'));
    expect(await getImport(db, again)).toMatchObject({ rowsRead: 5, changing: 1, wrong: 4 });
  });

  it('never overwrites what was changed since it was read, nor when it is taken back', async () => {
    const [tea, cup] = [await offer('TEA', 500, 10), await offer('CUP', 800, 4)];
    const own = await upload('sku,price\nTEA,4\nCUP,7\n');
    const edit = (offerId: string) =>
      ownerDb.execute(sql`update offers set version = version + 1 where id = ${offerId}`);
    await edit(tea);
    expect(await applied(own)).toMatchObject({ status: 'applied', applied: 1, wrong: 1 });
    expect(await stateOf(tea)).toMatchObject({ price: 500 });
    await edit(cup);
    await undoImport(db, own);
    await goOnWithImport(db, storage, own.importId);
    expect(await stateOf(cup)).toMatchObject({ price: 700 });
    expect(await listImportProblems(db, own, 10)).toMatchObject([
      { number: 1, problem: 'changed_meanwhile' },
      { number: 2, problem: 'changed_meanwhile' },
    ]);
  });

  it('leaves stock that it does not count to what is sold meanwhile, also when it is taken back', async () => {
    const tea = await offer('TEA', 500, 10);
    const own = await upload('sku,price\nTEA,4.50\n');
    await ownerDb.execute(sql`update stock set on_hand = 7 where offer_id = ${tea}`);
    await applied(own);
    expect(await stateOf(tea)).toMatchObject({ price: 450, on_hand: 7 });
    await ownerDb.execute(sql`update stock set on_hand = 5 where offer_id = ${tea}`);
    await undoImport(db, own);
    await goOnWithImport(db, storage, own.importId);
    expect(await stateOf(tea)).toMatchObject({ price: 500, on_hand: 5 });
  });

  it('takes back what was exported, unchanged', async () => {
    await offer('=TEA, "green"', 500, 10);
    await offer('', 800, 0);
    let text = '';
    for await (const part of exportOffers(db, sellerId, 'en')) text += part;
    const own = await upload(text);
    expect(await getImport(db, own)).toMatchObject({ rowsRead: 2, unchanged: 2, changing: 0, wrong: 0 });
  });

  it('makes an offer of what has the barcode of a row and is not sold yet, and takes it from sale again', async () => {
    const [mug, bowl, retired] = [
      await sold('4006381333931'),
      await sold('0012345678905'),
      await sold('96385074'),
    ];
    await ownerDb.execute(sql`update variants set retired = true where id = ${retired.variantId}`);
    const own = await upload(
      'sku,ean,price,stock,active\nMUG,4006381333931,12.50,7,\n,12345678905,3,,no\nOLD,96385074,1,1,\n',
    );
    expect(await getImport(db, own)).toMatchObject({ status: 'checked', changing: 2, making: 2, wrong: 1 });
    expect(await listImportChanges(db, own, 'en')).toMatchObject([
      { number: 1, isNew: true, sku: 'MUG', price: { before: null, after: { amountMinor: 1250 } } },
      { number: 2, isNew: true, sku: '', selling: { before: false, after: false } },
    ]);
    expect(await ownOffers()).toEqual([]);

    expect(await applied(own)).toMatchObject({ status: 'applied', applied: 2 });
    expect(await ownOffers()).toEqual([
      { variant_id: mug.variantId, sku: 'MUG', price: 1250, on_hand: 7, status: 'active' },
      { variant_id: bowl.variantId, sku: '', price: 300, on_hand: 0, status: 'paused' },
    ]);

    await undoImport(db, own);
    await goOnWithImport(db, storage, own.importId);
    expect(await getImport(db, own)).toMatchObject({ status: 'undone', applied: 0 });
    expect(await ownOffers()).toMatchObject([
      { sku: 'MUG', on_hand: 0, status: 'paused' },
      { sku: '', on_hand: 0, status: 'paused' },
    ]);

    // Sent again, the same file finds what it made.
    const again = await upload(
      'sku,ean,price,stock,active\nMUG,4006381333931,12.50,7,yes\n,0012345678905,4,,\n',
    );
    expect(await getImport(db, again)).toMatchObject({ changing: 2, making: 0, wrong: 0 });
  });

  it('says why a row makes no offer', async () => {
    const { variantId } = await sold('4006381333931');
    await sold('0012345678905');
    await sold('012345678905');
    await offer('MINE', 500, 1);
    await ownerDb.execute(sql`
      update variants set gtin = '96385074' where id = (
        select variant_id from offers where seller_id = ${sellerId} and seller_sku = 'MINE')`);
    const long = 'x'.repeat(61);
    const own = await upload(
      [
        'sku,gtin,price',
        'A,4006381333932,1',
        'B,12345678905,1',
        'C,5901234123457,1',
        'D,96385074,1',
        'E,4006381333931,',
        `${long},4006381333931,1`,
        'F,4006381333931,1',
        'G,4006381333931,1',
        'H,,1',
      ].join('\n'),
    );
    expect((await listImportProblems(db, own, 20)).map(({ problem }) => problem)).toEqual([
      'gtin_wrong',
      'gtin_ambiguous',
      'product_unknown',
      'already_offered',
      'price_missing',
      'sku_too_long',
      'named_twice',
      'offer_unknown',
    ]);
    await ownerDb.insert(offers).values({ id: newId(), sellerId, variantId });
    expect(await applied(own)).toMatchObject({ applied: 0 });
    expect(await listImportProblems(db, own, 20)).toContainEqual(
      expect.objectContaining({ number: 7, problem: 'changed_meanwhile' }),
    );
  });

  it('leaves an offer it made to the buyers who hold pieces of it when it is taken back', async () => {
    await sold('4006381333931');
    const own = await upload('sku,ean,price,stock\nMUG,4006381333931,12.50,7\n');
    await applied(own);
    await ownerDb.execute(sql`
      update stock set reserved = 2 where offer_id in (select id from offers where seller_id = ${sellerId})`);
    await undoImport(db, own);
    await goOnWithImport(db, storage, own.importId);
    expect(await listImportProblems(db, own, 10)).toMatchObject([{ problem: 'stock_below_reserved' }]);
    expect(await ownOffers()).toMatchObject([{ on_hand: 7, status: 'active' }]);
  });

  it('may be a workbook, whose rows that are left out come back as one would send them', async () => {
    const tea = await offer('TEA', 500, 10);
    const row = (...cells: string[]) =>
      `<row>${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`;
    const own = await upload(await workbook(row('SKU', 'Price') + row('TEA', '4.50') + row('GONE', '1')));
    expect(await getImport(db, own)).toMatchObject({ status: 'checked', changing: 1, wrong: 1 });
    expect(await getImport(db, own)).toMatchObject({ heading: ['SKU', 'Price'] });
    await applied(own);
    expect(await stateOf(tea)).toMatchObject({ price: 450 });
  });

  it('whose heading says nothing to us is read as its seller says, and so is the next one like it', async () => {
    const tea = await offer('TEA', 500, 10);
    const heading = 'Artikel;VK brutto;Lager';
    const own = await upload(`${heading}\nTEA;1.004,50;7\nGONE;1;1\n`);
    expect(await getImport(db, own)).toMatchObject({ status: 'unmapped', rowsRead: 0, columns: {} });
    expect(await applyImport(db, own)).toMatchObject({ error: 'illegal_transition' });
    for (const wrong of [{}, { sku: 0 }, { price: 1 }, { sku: 0, price: 0 }, { sku: 0, price: 3 }]) {
      expect(await mapImport(db, own, wrong)).toMatchObject({ error: 'mapping_incomplete' });
    }
    expect(await mapImport(db, own, { sku: 0, price: 2 })).toMatchObject({ ok: true });
    await goOnWithImport(db, storage, own.importId);
    expect(await listImportChanges(db, own, 'en')).toMatchObject([
      { price: { after: { amountMinor: 700 } } },
    ]);

    // Thought better of.
    const columns = { sku: 0, price: 1, onHand: 2 };
    expect(await mapImport(db, own, columns)).toMatchObject({ ok: true });
    await goOnWithImport(db, storage, own.importId);
    expect(await getImport(db, own)).toMatchObject({ status: 'checked', rowsRead: 2, changing: 1, wrong: 1 });
    await applied(own);
    expect(await stateOf(tea)).toMatchObject({ price: 100_450, on_hand: 7 });
    expect(await mapImport(db, own, columns)).toMatchObject({ error: 'illegal_transition' });

    const next = await upload(`${heading}\nTEA;5;\n`);
    expect(await getImport(db, next)).toMatchObject({ status: 'checked', columns, changing: 1 });
    // Rows that were left out, put right and sent again.
    const again = await upload(`row;problem;${heading}\n2;no such offer;TEA;6;\n`);
    expect(await listImportChanges(db, again, 'en')).toMatchObject([
      { price: { after: { amountMinor: 600 } } },
    ]);
  });

  it('is read once, however often a worker is killed at it', async () => {
    const skus = Array.from({ length: 2500 }, (_, number) => `MANY-${number}`);
    await offer('MANY-2400', 500, 1);
    const content = `sku,price\n${skus.map((sku) => `${sku},4`).join('\n')}\n`;
    const own = await upload(content);
    const [half] = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from offer_import_rows where import_id = ${own.importId}`);
    expect(half!.count).toBe(2500);
    await ownerDb.execute(
      sql`delete from offer_import_rows where import_id = ${own.importId} and number > 1000`,
    );
    await ownerDb.execute(sql`
      update offer_imports set status = 'checking', rows_read = 1000 where id = ${own.importId}`);
    await Promise.all([goOnWithImport(db, storage, own.importId), goOnWithImport(db, storage, own.importId)]);
    expect(await getImport(db, own)).toMatchObject({ rowsRead: 2500, changing: 1, wrong: 2499 });
  });

  it('of somebody else is not there, and nothing of theirs is changed by one’s own', async () => {
    const theirs = await offerForSale(ownerDb, { priceMinor: 900 });
    await ownerDb.update(offers).set({ sellerSku: 'THEIRS' }).where(eq(offers.id, theirs.offerId));
    const own = await upload(`offer_id,sku,price\n${publicId('off', theirs.offerId)},,1\n,THEIRS,1\n`);
    expect(await getImport(db, own)).toMatchObject({ changing: 0, wrong: 2 });
    const other = { importId: own.importId, sellerId: theirs.sellerId };
    expect(await getImport(db, other)).toBeNull();
    expect(await listImportProblems(db, other, 10)).toEqual([]);
    expect(await listImportChanges(db, other, 'en')).toEqual([]);
    expect(await listImports(db, theirs.sellerId)).toEqual([]);
    for (const refused of [
      applyImport(db, other),
      undoImport(db, other),
      mapImport(db, other, { sku: 0, price: 1 }),
      readImport(db, storage, other),
    ]) {
      expect(await refused).toMatchObject({ error: 'not_found' });
    }
  });

  it.each([
    ['\n', 'empty'],
    ['PK\u{3}\u{4} and no more', 'workbook_broken'],
  ])('that says %j fails as a whole, and says why', async (text, failure) => {
    expect(await getImport(db, await upload(text))).toMatchObject({ status: 'failed', failure });
  });

  it('that is too large is refused before it is sent', async () => {
    const file = { sellerId, userId: newId(), fileName: 'large.csv', bytes: MOST_SHEET_BYTES + 1 };
    expect(await beginImport(db, storage, file, new Date())).toMatchObject({ error: 'sheet_too_large' });
  });
});
