import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { products, categories } from '@/db/schema/catalog';
import { testDatabase } from '@/tests/support/database';
import { signedInPerson } from '@/tests/support/people';
import {
  addAddress,
  addWishes,
  createGuestCustomer,
  ensureCustomer,
  getAddress,
  listAddresses,
  listGuestCustomerIds,
  listWishes,
  makeDefaultAddress,
  mergeWishes,
  removeAddress,
  removeWish,
  updateAddress,
} from '.';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { MAX_ADDRESSES, MAX_WISHES } from './model';

const { db, ownerDb } = await testDatabase();
const now = new Date();

const home = {
  recipient: 'Ada',
  line1: 'Rua das Flores 1',
  line2: '',
  city: 'Porto',
  region: '',
  postalCode: '4050-265',
  country: 'PT',
  phone: '',
  isDefault: false,
};

async function added(customerId: string, isDefault = false): Promise<string> {
  const result = await addAddress(db, customerId, { ...home, isDefault });
  if (!result.ok) throw new Error(result.error);
  return parsePublicId('adr', result.value.addressId)!;
}

async function defaults(customerId: string): Promise<string[]> {
  const book = await listAddresses(db, customerId);
  return book.filter(({ isDefault }) => isDefault).map(({ addressId }) => parsePublicId('adr', addressId)!);
}

describe('the address book', () => {
  test('the first address is the default, and there is one as long as there are addresses', async () => {
    const { customerId } = await signedInPerson(ownerDb);
    const first = await added(customerId);
    const second = await added(customerId);
    expect(await defaults(customerId)).toEqual([first]);
    const third = await added(customerId, true);
    expect(await defaults(customerId)).toEqual([third]);
    await removeAddress(db, customerId, third, now);
    expect(await defaults(customerId)).toEqual([second]);
  });

  test('two tabs making a default each leave one', async () => {
    const { customerId } = await signedInPerson(ownerDb);
    const ids = await Promise.all(Array.from({ length: 6 }, () => added(customerId, true)));
    await Promise.all(ids.map((id) => makeDefaultAddress(db, customerId, id)));
    expect(await defaults(customerId)).toHaveLength(1);
  });

  test('it holds so many, also when they come at once', async () => {
    const { customerId } = await signedInPerson(ownerDb);
    const results = await Promise.all(
      Array.from({ length: MAX_ADDRESSES + 3 }, () => addAddress(db, customerId, home)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(MAX_ADDRESSES);
    expect(results.filter((result) => !result.ok && result.error === 'address_limit_reached')).toHaveLength(
      3,
    );
  });

  test('somebody else’s address is not there, whatever one does to it', async () => {
    const owner = await signedInPerson(ownerDb);
    const stranger = await signedInPerson(ownerDb);
    const id = await added(owner.customerId);
    expect(await getAddress(db, stranger.customerId, id)).toBeNull();
    const refused = [
      await updateAddress(db, stranger.customerId, id, { ...home, line1: 'Elsewhere' }),
      await makeDefaultAddress(db, stranger.customerId, id),
      await removeAddress(db, stranger.customerId, id, now),
    ];
    expect(refused).toEqual(refused.map(() => ({ ok: false, error: 'not_found' })));
    expect(await getAddress(db, owner.customerId, id)).toMatchObject({ line1: home.line1, isDefault: true });
  });
});

describe('customers', () => {
  test('a person is one customer, however often and at once they sign in', async () => {
    const { userId, customerId } = await signedInPerson(ownerDb);
    const person = { userId, email: 'ada@example.org', name: 'Ada', locale: 'en' };
    const ids = await Promise.all([1, 2, 3].map(() => db.transaction((tx) => ensureCustomer(tx, person))));
    expect(new Set(ids)).toEqual(new Set([customerId]));
  });

  test('guests under an address are found by it, the person with an account is not among them', async () => {
    const { userId, email } = await signedInPerson(ownerDb);
    const guest = { email: email.toUpperCase(), name: 'Ada', locale: 'en' };
    const guestId = await db.transaction((tx) => createGuestCustomer(tx, guest));
    await db.transaction((tx) => ensureCustomer(tx, { ...guest, userId }));
    expect(await listGuestCustomerIds(db, email)).toEqual([guestId]);
  });
});

describe('the wishlist', () => {
  test('keeps a product once, the newest wish first, and does not know products that do not exist', async () => {
    const { customerId } = await signedInPerson(ownerDb);
    const [first, second] = [await product(), await product()];
    await addWishes(db, customerId, [first]);
    await addWishes(db, customerId, [second]);
    await addWishes(db, customerId, [first, crypto.randomUUID()]);
    expect(await listWishes(db, customerId)).toEqual([second, first]);
    await removeWish(db, customerId, second);
    await removeWish(db, customerId, second);
    expect(await listWishes(db, customerId)).toEqual([first]);
  });
});

describe("a guest's wishes", () => {
  test('come before those of the account, in their order; given again they change nothing', async () => {
    const { customerId } = await signedInPerson(ownerDb);
    const [old, newest, second] = [await product(), await product(), await product()];
    await addWishes(db, customerId, [old]);
    const wishes = [newest, crypto.randomUUID(), second, old];
    await mergeWishes(db, customerId, wishes);
    await mergeWishes(db, customerId, wishes);
    expect(new Set(await listWishes(db, customerId))).toEqual(new Set([newest, second, old]));
    expect((await listWishes(db, customerId)).filter((id) => id !== old)).toEqual([newest, second]);
  });

  test('fill a wishlist no further than it may be', async () => {
    const { customerId } = await signedInPerson(ownerDb);
    const [first, second] = [await product(), await product()];
    await ownerDb.execute(sql`
      with made as (insert into products (id, slug, category_id)
        select gen_random_uuid(), gen_random_uuid()::text, category_id
        from products, generate_series(1, ${MAX_WISHES - 1}) where products.id = ${first} returning id)
      insert into wishlist_items (customer_id, product_id) select ${customerId}, id from made`);
    await mergeWishes(db, customerId, [first, second]);
    const wishes = await listWishes(db, customerId);
    expect(wishes).toHaveLength(MAX_WISHES);
    expect(wishes).toContain(first);
    expect(wishes).not.toContain(second);
  });
});

async function product(): Promise<string> {
  const slug = crypto.randomUUID();
  const categoryId = newId();
  await ownerDb
    .insert(categories)
    .values({ id: categoryId, slug, path: slug, lineage: [categoryId], depth: 0 });
  const [row] = await ownerDb.insert(products).values({ slug, categoryId }).returning();
  return row!.id;
}
