import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getStorefront } from '@/lib/catalog';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { approvedSeller } from '@/tests/support/people';
import { addPicture } from '@/tests/support/pictures';
import { getStorefrontFields, saveStorefront, type StorefrontFields } from '.';

const { db, ownerDb } = await testDatabase();
const sellerId = await approvedSeller(ownerDb);
const fields: StorefrontFields = {
  tagline: 'Mugs from the yard',
  story: 'We throw mugs.\n\nEvery day.',
  city: 'Leipzig',
  returnsPolicy: 'Send it back unused.',
  returnDays: 60,
  logoAssetId: null,
  bannerAssetId: null,
};

it('what a shop says is what buyers see, pictures of its own included, and is told of', async () => {
  const logoAssetId = await addPicture(ownerDb, { ownerSellerId: sellerId });
  expect(await saveStorefront(db, sellerId, { ...fields, logoAssetId })).toMatchObject({ ok: true });
  expect(await getStorefront(db, sellerId, 'en')).toMatchObject({
    tagline: 'Mugs from the yard',
    story: ['We throw mugs.', 'Every day.'],
    returnsPolicy: ['Send it back unused.'],
    returnDays: 60,
    location: 'Leipzig, Germany',
    logo: { base: `/media/${logoAssetId.replaceAll('-', '')}` },
    cover: null,
  });
  const [told] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from outbox_events where name = 'seller.storefront_changed' and aggregate_id = ${sellerId}`);
  expect(told!.count).toBe(1);
});

it('pictures of others are not found, what is shown already stays, and nothing is written when one is refused', async () => {
  const seeded = await addPicture(ownerDb);
  await ownerDb.execute(sql`update sellers set banner_asset_id = ${seeded} where id = ${sellerId}`);
  expect(await saveStorefront(db, sellerId, { ...fields, bannerAssetId: seeded })).toMatchObject({
    ok: true,
  });
  const theirs = await addPicture(ownerDb, { ownerSellerId: newId() });
  for (const logoAssetId of [theirs, newId()]) {
    const refused = await saveStorefront(db, sellerId, { ...fields, tagline: 'Other', logoAssetId });
    expect(refused).toMatchObject({ error: 'not_found' });
  }
  expect(await getStorefrontFields(db, sellerId)).toMatchObject({
    tagline: fields.tagline,
    logoAssetId: null,
  });
});
