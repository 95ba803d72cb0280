import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { products } from '@/db/schema/catalog';
import type { UserActor } from '@/lib/identity/model';
import { newId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { addCategory, addProduct } from '@/tests/support/catalogue';
import { testDatabase } from '@/tests/support/database';
import { addPicture } from '@/tests/support/pictures';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import {
  decideProduct,
  discardDraft,
  editProduct,
  getDraftReview,
  getOwnDraft,
  getOwnProduct,
  getProductPage,
  listProductsInReview,
  saveDraft,
  startProduct,
  submitDraft,
  withdrawDraft,
  type ProductContent,
} from '..';

const { db, ownerDb } = await testDatabase();
const now = new Date('2026-03-01T09:00:00Z');
const sellerId = await approvedSeller(ownerDb);
const { userId } = await signedInPerson(ownerDb);
const me = { sellerId, userId };
const category = await addCategory(ownerDb, 'mugs', {
  schema: {
    attributes: [
      {
        key: 'capacity',
        label: 'Capacity',
        type: 'number',
        unit: 'ml',
        facet: false,
        axis: false,
        required: true,
      },
    ],
  },
});
const staff: UserActor = {
  kind: 'user',
  userId: newId(),
  sessionId: newId(),
  customerId: newId(),
  name: 'Staff',
  email: 'staff@people.example',
  emailVerified: true,
  memberships: [],
  staffRoles: ['catalogue'],
};

const decide = (productId: string, decision: 'publish' | 'decline' | 'retire', reason = 'looked at') =>
  decideProduct(db, { actor: staff, productId, decision, reason }, now);

/** Saves over whatever version there is. */
async function save(productId: string, change: Partial<ProductContent>) {
  const draft = await getOwnDraft(db, sellerId, productId);
  return saveDraft(db, {
    ...me,
    productId,
    version: draft!.version,
    change: (content) => ({ ...content, ...change }),
  });
}

async function submit(productId: string) {
  const draft = await getOwnDraft(db, sellerId, productId);
  return submitDraft(db, { ...me, productId, version: draft!.version }, now);
}

/** A draft that lacks nothing. */
async function completeDraft(change: Partial<ProductContent> = {}): Promise<string> {
  const started = await startProduct(db, { ...me, categoryId: category.id, title: 'Stoneware mug' });
  if (!started.ok) throw new Error(started.error);
  const { productId } = started.value;
  await save(productId, {
    description: 'Thrown by hand, glazed twice, holds heat.',
    brand: 'Clay & Co',
    attributes: { capacity: 300 },
    pictures: [{ assetId: await addPicture(ownerDb), alt: 'A mug', variantId: null }],
    ...change,
  });
  return productId;
}

async function liveProduct(change: Partial<ProductContent> = {}): Promise<string> {
  const productId = await completeDraft(change);
  await submit(productId);
  await decide(productId, 'publish');
  return productId;
}

const pageOf = async (productId: string) => {
  const [row] = await db.select({ slug: products.slug }).from(products).where(eq(products.id, productId));
  return getProductPage(db, row!.slug, shownIn('en'));
};

describe('a product its seller describes', () => {
  let productId: string;
  beforeEach(async () => {
    productId = await completeDraft();
  });

  it('is kept at every step, seen by nobody, waits, and is live once staff publishes it', async () => {
    expect(await pageOf(productId)).toBeNull();
    expect(await submit(productId)).toMatchObject({ ok: true });
    expect(await pageOf(productId)).toBeNull();
    expect((await listProductsInReview(db, 'en')).map(({ title }) => title)).toContain('Stoneware mug');
    expect(await decide(productId, 'publish')).toMatchObject({ ok: true });
    expect(await pageOf(productId)).toMatchObject({
      title: 'Stoneware mug',
      brand: { name: 'Clay & Co', slug: 'clay-co' },
      attributes: [{ label: 'Capacity', value: '300 ml' }],
      gallery: [{ alt: 'A mug' }],
      slug: expect.stringMatching(/^stoneware-mug/),
    });
    expect(await getOwnDraft(db, sellerId, productId)).toBeNull();
  });

  it('is sent back with a reason, changed and sent again', async () => {
    await submit(productId);
    await decide(productId, 'decline', 'Say how it was fired.');
    expect(await getOwnProduct(db, sellerId, productId)).toMatchObject({
      status: 'declined',
      draftStatus: 'declined',
      reason: 'Say how it was fired.',
    });
    expect(await save(productId, { description: 'Fired at 1200 degrees, then glazed.' })).toMatchObject({
      ok: true,
    });
    expect(await submit(productId)).toMatchObject({ ok: true });
    expect(await decide(productId, 'publish')).toMatchObject({ ok: true });
    expect(await pageOf(productId)).toMatchObject({ description: ['Fired at 1200 degrees, then glazed.'] });
  });

  it('does not change under the eyes of staff, unless it is taken back', async () => {
    await submit(productId);
    expect(await save(productId, { title: 'Something else' })).toMatchObject({ error: 'draft_in_review' });
    expect(await discardDraft(db, { sellerId, productId })).toMatchObject({ error: 'draft_in_review' });
    expect(await withdrawDraft(db, { sellerId, productId })).toMatchObject({ ok: true });
    expect(await save(productId, { title: 'Something else' })).toMatchObject({ ok: true });
    expect(await decide(productId, 'publish')).toMatchObject({ error: 'illegal_transition' });
  });

  it('that two people edit is not overwritten by who saw an older one', async () => {
    const draft = await getOwnDraft(db, sellerId, productId);
    await save(productId, { title: 'Mine' });
    const late = { ...me, productId, version: draft!.version };
    expect(await saveDraft(db, { ...late, change: (content) => content })).toMatchObject({
      error: 'conflict',
    });
    expect(await submitDraft(db, late, now)).toMatchObject({ error: 'conflict' });
    expect(await getOwnDraft(db, sellerId, productId)).toMatchObject({ content: { title: 'Mine' } });
  });

  it.each<[string, Partial<ProductContent>]>([
    ['a title', { title: '' }],
    ['a description', { description: 'Nice.' }],
    ['what its category asks for', { attributes: {} }],
    ['attributes of their type', { attributes: { capacity: 'much' } }],
    ['a right barcode', { variants: [{ variantId: newId(), options: {}, gtin: '4006381333930' }] }],
    ['pictures that are made', { pictures: [{ assetId: newId(), alt: '', variantId: null }] }],
  ])('is not sent without %s', async (_, change) => {
    for (const { assetId } of change.pictures ?? [])
      await addPicture(ownerDb, { id: assetId, status: 'pending' });
    await save(productId, change);
    expect(await submit(productId)).toMatchObject({ error: 'draft_incomplete', detail: { count: 1 } });
  });

  it('is not sent with the barcode of a live product, however that wrote its zeros', async () => {
    const other = await addProduct(ownerDb, { categoryId: category.id });
    await ownerDb.execute(sql`update variants set gtin = '036000291452' where product_id = ${other}`);
    await save(productId, { variants: [{ variantId: newId(), options: {}, gtin: '0036000291452' }] });
    expect(await submit(productId)).toMatchObject({ error: 'draft_incomplete' });
    await ownerDb.execute(sql`delete from variants where product_id = ${other}`);
  });

  it('thrown away before it was live is nowhere any more', async () => {
    expect(await discardDraft(db, { sellerId, productId })).toMatchObject({ ok: true });
    expect(await getOwnDraft(db, sellerId, productId)).toBeNull();
    expect(await submitDraft(db, { ...me, productId, version: 2 }, now)).toMatchObject({
      error: 'not_found',
    });
  });
});

describe('an edit of a live product', () => {
  it('leaves it as it is until it is published, and shows staff what changes', async () => {
    const productId = await liveProduct();
    expect(await editProduct(db, { ...me, productId })).toMatchObject({ ok: true });
    await save(productId, { title: 'Stoneware mug, large', attributes: { capacity: 500 } });
    await submit(productId);
    expect(await pageOf(productId)).toMatchObject({ title: 'Stoneware mug' });
    expect(await getDraftReview(db, productId, 'en')).toMatchObject({
      changes: [
        { field: 'title', before: 'Stoneware mug', after: 'Stoneware mug, large' },
        { field: 'attribute', label: 'Capacity', before: '300 ml', after: '500 ml' },
      ],
    });
    await decide(productId, 'publish');
    expect(await pageOf(productId)).toMatchObject({ title: 'Stoneware mug, large' });
    const [kept] = await db.execute<{ revisions: number }>(
      sql`select count(*)::int as revisions from product_revisions where product_id = ${productId}`,
    );
    expect(kept!.revisions).toBe(3);
  });

  it('that is sent back leaves the product live', async () => {
    const productId = await liveProduct();
    await editProduct(db, { ...me, productId });
    await save(productId, { title: 'Best mug ever' });
    await submit(productId);
    await decide(productId, 'decline', 'No praise in titles.');
    expect(await getOwnProduct(db, sellerId, productId)).toMatchObject({
      status: 'live',
      draftStatus: 'declined',
      reason: 'No praise in titles.',
    });
    expect(await pageOf(productId)).toMatchObject({ title: 'Stoneware mug' });
    expect(await discardDraft(db, { sellerId, productId })).toMatchObject({ ok: true });
    expect(await getOwnProduct(db, sellerId, productId)).toMatchObject({ status: 'live', draftStatus: null });
  });

  it('keeps each variant by its id when options change places, and retires what is gone', async () => {
    const [small, large, gone] = [newId(), newId(), newId()];
    const variant = (variantId: string, size: string) => ({ variantId, options: { size }, gtin: '' });
    const productId = await liveProduct({
      variants: [variant(small, 'S'), variant(large, 'L'), variant(gone, 'XL')],
    });
    await editProduct(db, { ...me, productId });
    await save(productId, { variants: [variant(small, 'L'), variant(large, 'S')] });
    await submit(productId);
    await decide(productId, 'publish');
    const rows = await db.execute<{ id: string; size: string; retired: boolean }>(sql`
      select id, options ->> 'size' as size, retired from variants where product_id = ${productId} order by retired, position`);
    expect([...rows]).toEqual([
      { id: small, size: 'L', retired: false },
      { id: large, size: 'S', retired: false },
      { id: gone, size: 'XL', retired: true },
    ]);
  });
});

it('of another seller, or of nobody, is not found by any use case, and nothing is written', async () => {
  const productId = await liveProduct();
  await editProduct(db, { ...me, productId });
  const shared = await addProduct(ownerDb, { categoryId: category.id });
  const stranger = { sellerId: await approvedSeller(ownerDb), userId };
  const before = await getOwnDraft(db, sellerId, productId);
  for (const [who, id] of [
    [stranger, productId],
    [me, shared],
  ] as const) {
    const act = { ...who, productId: id, version: 1 };
    for (const result of [
      await editProduct(db, act),
      await saveDraft(db, { ...act, change: (content) => content }),
      await submitDraft(db, act, now),
      await withdrawDraft(db, act),
      await discardDraft(db, act),
    ]) {
      expect(result).toMatchObject({ ok: false, error: 'not_found' });
    }
    expect(await getOwnDraft(db, who.sellerId, id)).toBeNull();
    expect(await getOwnProduct(db, who.sellerId, id)).toBeNull();
  }
  expect(await getOwnDraft(db, sellerId, productId)).toEqual(before);
});
