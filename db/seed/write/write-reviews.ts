import { productReviews, sellerReviews } from '@/db/schema/reviews';
import type { Executor } from '@/lib/platform/database';
import { PRODUCT_OPINIONS, REMARKS, SELLER_OPINIONS, type Opinion } from '../demo-data/review-texts';
import { SELLERS } from '../demo-data/sellers';
import type { SeedProduct } from '../market/make-products';
import { randomFrom, seedId, type Random } from '../random';
import { insertRows } from './insert-rows';
import type { Buyer } from './write-people';
import { sellerIdOf } from './write-sellers';

const DAY_MS = 24 * 3600 * 1000;
const MOST_REVIEWS = 46;

type Stars = 1 | 2 | 3 | 4 | 5;

/** Writes what buyers say: much about what is liked, little about what is new, and rarely the same twice. */
export async function writeReviews(
  db: Executor,
  products: readonly SeedProduct[],
  buyers: readonly Buyer[],
  now: Date,
): Promise<void> {
  await insertRows(
    db,
    productReviews,
    products.flatMap((product) => reviewsOf(product, buyers, now)),
  );
  await insertRows(
    db,
    sellerReviews,
    SELLERS.flatMap(({ name }) => sellerReviewsOf(name, buyers, now)),
  );
}

/** What is said of one product. Exported for its test. */
export function reviewsOf(
  product: SeedProduct,
  buyers: readonly Buyer[],
  now: Date,
): (typeof productReviews.$inferInsert)[] {
  const random = randomFrom(`reviews ${product.slug}`);
  if (product.ageDays < 6 || random.chance(0.05)) return [];
  const count = Math.round(product.appeal * MOST_REVIEWS * random.next()) + random.between(0, 3);
  const liked = 0.55 + random.next() * 0.42;
  const ratings = Array.from({ length: count }, () => starsFor(random, liked));
  const opinions = opinionsFor(random, ratings);
  return random.sample(buyers, count).map((buyer, index) => {
    const rating = ratings[index]!;
    const { title, body } = opinions[index]!;
    return {
      id: seedId(`review ${product.slug} ${index}`),
      productId: product.id,
      productRevision: 1,
      customerId: buyer.customerId,
      authorName: shortName(buyer.name),
      rating,
      title,
      body,
      createdAt: new Date(now.getTime() - random.between(1, Math.min(product.ageDays, 400)) * DAY_MS),
    };
  });
}

function sellerReviewsOf(
  seller: string,
  buyers: readonly Buyer[],
  now: Date,
): (typeof sellerReviews.$inferInsert)[] {
  const random = randomFrom(`seller reviews ${seller}`);
  return random.sample(buyers, random.between(8, 60)).map((buyer, index) => {
    const rating = random.weighted([
      [5 as const, 70],
      [4 as const, 24],
      [3 as const, 6],
    ]);
    return {
      id: seedId(`seller review ${seller} ${index}`),
      sellerId: sellerIdOf(seller),
      customerId: buyer.customerId,
      authorName: shortName(buyer.name),
      rating,
      body: random.pick(SELLER_OPINIONS[rating]),
      createdAt: new Date(now.getTime() - random.between(1, 500) * DAY_MS),
    };
  });
}

/** `liked` from 0 to 1: five stars are the most common even of middling things, as in any shop. */
function starsFor(random: Random, liked: number): Stars {
  return random.weighted<Stars>([
    [5, 100 * liked ** 2],
    [4, 46 * liked],
    [3, 16 * (1.15 - liked)],
    [2, 12 * (1.1 - liked)],
    [1, 10 * (1.1 - liked)],
  ]);
}

/**
 * An opinion for each rating. They are used up in turn, and more and more of them go on about something of
 * their own, so that a product's reviews hardly ever say the same.
 */
function opinionsFor(random: Random, ratings: readonly Stars[]): Opinion[] {
  const decks = new Map<Stars, { opinions: Opinion[]; remarks: string[] }>();
  return ratings.map((rating) => {
    const { opinions, remarks } = decks.get(rating) ?? { opinions: [], remarks: [] };
    const all = PRODUCT_OPINIONS[rating];
    const isFirstRound = opinions.length > 0 || !decks.has(rating);
    const [opinion, ...rest] = opinions.length > 0 ? opinions : random.sample(all, all.length);
    const said = REMARKS[rating >= 4 ? 'pleased' : 'not_pleased'];
    const [remark, ...others] = remarks.length > 0 ? remarks : random.sample(said, said.length);
    decks.set(rating, { opinions: rest, remarks: others });
    if (!opinion || !remark) throw new Error(`Nothing is said with ${rating} stars`);
    const goesOn = !isFirstRound || random.chance(0.55);
    return goesOn ? { title: opinion.title, body: `${opinion.body} ${remark}` } : opinion;
  });
}

/** `Anna B.` */
function shortName(name: string): string {
  const [first = '', last = ''] = name.split(' ');
  return last ? `${first} ${last[0]}.` : first;
}
