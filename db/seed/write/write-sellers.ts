import { mediaAssets } from '@/db/schema/media';
import { deliveryOptions, sellerBusinesses, sellerMembers, sellers } from '@/db/schema/sellers';
import { CURRENCIES, type Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { artworkSource, type ArtworkRecipe } from '../artwork/recipe';
import { DEPARTMENTS } from '../demo-data/departments';
import { SELLERS, type SellerSeed } from '../demo-data/sellers';
import { slugOf } from '../market/slug';
import { randomFrom, seedId } from '../random';
import { insertRows } from './insert-rows';

const SOLD_IN: readonly Currency[] = CURRENCIES.filter(
  (currency) => currency === 'EUR' || currency === 'USD',
);

export function sellerIdOf(name: string): string {
  return seedId(`seller ${name}`);
}

/** The sign and the storefront's head of a shop. */
export function sellerPictures(seller: SellerSeed): Readonly<Record<'logo' | 'banner', ArtworkRecipe>> {
  const scene = DEPARTMENTS.find(({ slug }) => slug === seller.departments[0])?.scene ?? 'studio';
  const recipe = { icon: seller.icon, scene, colour: null, brand: seller.name };
  return { logo: { ...recipe, shot: 'logo' }, banner: { ...recipe, shot: 'banner' } };
}

/** Writes the shops, how they deliver, and makes the demo seller a member of the first one. */
export async function writeSellers(db: Executor, now: Date): Promise<void> {
  await insertRows(
    db,
    mediaAssets,
    SELLERS.flatMap((seller) =>
      Object.values(sellerPictures(seller)).map((recipe) => assetRow(artworkSource(recipe))),
    ),
  );
  await insertRows(
    db,
    sellers,
    SELLERS.map((seller) => {
      const random = randomFrom(`seller ${seller.name}`);
      const since = new Date(now.getTime() - random.between(300, 1600) * 24 * 3600 * 1000);
      const { logo, banner } = sellerPictures(seller);
      return {
        id: sellerIdOf(seller.name),
        slug: slugOf(seller.name),
        name: seller.name,
        tagline: seller.tagline,
        story: seller.story,
        city: seller.city,
        country: seller.country,
        returnsPolicy:
          'Thirty days to change your mind. Write to us, send it back unused, and the money is with you within a week of its arrival.',
        status: 'approved' as const,
        handlingDays: seller.handlingDays,
        commissionBasisPoints: random.chance(0.15) ? 1000 : null,
        logoAssetId: assetIdOf(artworkSource(logo)),
        bannerAssetId: assetIdOf(artworkSource(banner)),
        approvedAt: since,
        createdAt: since,
      };
    }),
  );
  await insertRows(db, sellers, [
    {
      id: sellerIdOf('Kiln & Kettle'),
      slug: 'kiln-and-kettle',
      name: 'Kiln & Kettle',
      tagline: 'Pots for one pot of tea',
      story: 'A potter who has sold at markets until now and would like to stop carrying boxes.',
      city: 'Ghent',
      country: 'BE',
      status: 'applied',
      createdAt: new Date(now.getTime() - 30 * 3600 * 1000),
    },
  ]);
  await insertRows(db, sellerMembers, [
    { sellerId: sellerIdOf(SELLERS[0]!.name), userId: seedId('user seller'), role: 'owner' },
  ]);
  await insertRows(db, sellerBusinesses, SELLERS.map(businessOf));
  await insertRows(
    db,
    deliveryOptions,
    SELLERS.flatMap((seller) => SOLD_IN.flatMap((currency) => deliveryOf(seller, currency))),
  );
}

export function assetIdOf(source: string): string {
  return seedId(`asset ${source}`);
}

/** A picture that is still to be drawn from its recipe. */
export function assetRow(source: string): typeof mediaAssets.$inferInsert {
  return { id: assetIdOf(source), source, status: 'pending' };
}

/** Where a shop keeps its books. Its VAT number has the right shape and is nobody's. */
function businessOf({ name, city, country }: SellerSeed): typeof sellerBusinesses.$inferInsert {
  const random = randomFrom(`business ${name}`);
  const street = random.pick(['Market Street', 'Mill Lane', 'Station Road', 'Harbour Quay']);
  return {
    sellerId: sellerIdOf(name),
    legalName: name,
    line1: `${random.between(1, 90)} ${street}`,
    postalCode: String(random.between(1000, 9999)),
    city,
    country,
    vatId: `${country === 'GR' ? 'EL' : country}${random.between(100_000_000, 999_999_999)}`,
  };
}

function deliveryOf(seller: SellerSeed, currency: Currency): (typeof deliveryOptions.$inferInsert)[] {
  const random = randomFrom(`delivery ${seller.name}`);
  const standard = random.pick([290, 390, 450, 490, 590]);
  return [
    {
      sellerId: sellerIdOf(seller.name),
      code: 'standard',
      currency,
      priceMinor: standard,
      freeFromMinor: random.pick([3900, 4900, 5900, null]),
      minDays: 2,
      maxDays: 4,
      position: 0,
    },
    {
      sellerId: sellerIdOf(seller.name),
      code: 'express',
      currency,
      priceMinor: standard + 600,
      freeFromMinor: null,
      minDays: 1,
      maxDays: 1,
      position: 1,
    },
  ];
}
