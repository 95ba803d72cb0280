import { expect, test } from 'vitest';
import { productMedia, variants } from '@/db/schema/catalog';
import { mediaAssets } from '@/db/schema/media';
import { offers } from '@/db/schema/offers';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { getOfferSnapshots } from '.';

const { db, ownerDb } = await testDatabase();

type Shown = { readonly options: Record<string, string>; readonly pictured: boolean };

/** The base key of the picture shown for each of a product's variants, in their order. */
async function picturesOf(wanted: readonly Shown[]): Promise<(string | undefined)[]> {
  const { productId, sellerId } = await offerForSale(ownerDb);
  const offerIds: string[] = [];
  for (const [position, { options, pictured }] of wanted.entries()) {
    const [variantId, offerId, assetId] = [newId(), newId(), newId()];
    const picked = Object.values(options).join('-');
    await ownerDb.insert(variants).values({ id: variantId, productId, options, optionsKey: picked });
    await ownerDb.insert(offers).values({ id: offerId, sellerId, variantId });
    offerIds.push(offerId);
    if (!pictured) continue;
    await ownerDb.insert(mediaAssets).values({
      id: assetId,
      kind: 'image',
      status: 'ready',
      source: `test:${assetId}`,
      baseKey: picked,
      widths: [160],
      width: 160,
      height: 160,
    });
    await ownerDb.insert(productMedia).values({ productId, assetId, variantId, position });
  }
  const snapshots = await getOfferSnapshots(db, offerIds, {
    currency: 'EUR',
    market: 'default',
    locale: 'en',
  });
  return offerIds.map((id) => snapshots.get(id)?.image?.base.replace('/media/', ''));
}

test('a variant is shown by its own picture, else by that of the one most like it', async () => {
  const shown = await picturesOf([
    { options: { colour: 'Clay', size: 'M' }, pictured: true },
    { options: { colour: 'Sage', size: 'M' }, pictured: true },
    { options: { colour: 'Sage', size: 'L' }, pictured: false },
  ]);
  expect(shown).toEqual(['Clay-M', 'Sage-M', 'Sage-M']);
});

test('a variant unlike any that has a picture is shown by the product’s first', async () => {
  const shown = await picturesOf([
    { options: { colour: 'Clay' }, pictured: true },
    { options: { colour: 'Sage' }, pictured: true },
    { options: { colour: 'Navy' }, pictured: false },
  ]);
  expect(shown).toEqual(['Clay', 'Sage', 'Clay']);
});
