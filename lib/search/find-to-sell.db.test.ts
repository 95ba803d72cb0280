import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { shownIn } from '@/lib/kernel/market';
import { addCategory, addProduct } from '@/tests/support/catalogue';
import { testDatabase } from '@/tests/support/database';
import { createPostgresEngine, findToSell, projectListings } from '.';

const { db, ownerDb } = await testDatabase();
const category = await addCategory(ownerDb, 'kettles');
const productId = await addProduct(ownerDb, {
  categoryId: category.id,
  title: 'Copper kettle',
  brand: 'stelton',
});
await ownerDb.execute(sql`update variants set gtin = '0036000291452' where product_id = ${productId}`);
await projectListings(db, [productId]);

const find = async (text: string) => {
  const found = await findToSell(db, createPostgresEngine(db), text, shownIn('en'));
  return found.ok ? found.value.cards.map(({ title }) => title) : found.error;
};

it.each(['Copper kettle', 'kettle', 'stelton'])('%j finds a product by title or brand', async (text) => {
  expect(await find(text)).toEqual(['Copper kettle']);
});

it.each(['0036000291452', '036000291452', '00036000291452', ' 0036-0002-91452 '])(
  'the barcode %j finds it, however many zeros are written',
  async (text) => expect(await find(text)).toEqual(['Copper kettle']),
);

it.each(['0036000291453', '036000291450', '123456789'])(
  'the barcode %j is refused: a digit is wrong',
  async (text) => {
    expect(await find(text)).toBe('gtin_invalid');
  },
);

it.each(['4006381333931', '', 'nothing of the kind'])('%j finds nothing', async (text) => {
  expect(await find(text)).toEqual([]);
});

it('what is not live is not found by its barcode', async () => {
  await ownerDb.execute(sql`update products set status = 'in_review' where id = ${productId}`);
  expect(await find('0036000291452')).toEqual([]);
});
