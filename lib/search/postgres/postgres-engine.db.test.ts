import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { attributeSchema } from '@/lib/catalog';
import { shownIn } from '@/lib/kernel/market';
import { addCategory, addProduct, type CategoryMade } from '@/tests/support/catalogue';
import { testDatabase } from '@/tests/support/database';
import { approvedSeller } from '@/tests/support/people';
import { projectAllListings, projectListings } from '../listings/project-listings';
import { LISTING_SORTS, NO_FILTER, type Facet, type ListingFilter, type ListingQuery } from '../model';
import { countSearchWords } from './count-words';
import { pageOf } from './list-page';
import { createPostgresEngine } from './postgres-engine';
import { readQuestion } from './question';

const { db, ownerDb } = await testDatabase();
const engine = createPostgresEngine(db);
const market = shownIn('en');
let shirts: CategoryMade;
let lamps: CategoryMade;
let sellerId: string;

const ANYTHING: ListingQuery = {
  text: '',
  categoryPath: null,
  sellerSlug: null,
  filter: NO_FILTER,
  sort: 'relevance',
  cursor: null,
};

beforeAll(async () => {
  sellerId = await approvedSeller(ownerDb);
  const fashion = await addCategory(ownerDb, 'fashion');
  shirts = await addCategory(ownerDb, 'shirts', {
    parent: fashion,
    schema: attributeSchema.parse({
      attributes: [
        { key: 'colour', label: 'Colour', type: 'text', facet: true, axis: true },
        { key: 'size', label: 'Size', type: 'text', facet: true, axis: true },
      ],
    }),
  });
  lamps = await addCategory(ownerDb, 'lamps');
  const priced = (priceMinor: number) => [{ sellerId, priceMinor }];
  await addProduct(ownerDb, {
    categoryId: shirts.id,
    title: 'Linen shirt',
    brand: 'aalto',
    variants: [
      { options: { colour: 'Red', size: 'L' }, offers: priced(1500) },
      { options: { colour: 'Blue', size: 'M' }, offers: priced(1500) },
      { options: { colour: 'Red', size: 'M' }, offers: priced(2500) },
    ],
  });
  await addProduct(ownerDb, {
    categoryId: shirts.id,
    title: 'Cotton shirts, pack of two',
    brand: 'iris',
    variants: [{ options: { colour: 'Red', size: 'M' }, offers: priced(1900) }],
  });
  for (const [title, description] of [
    ['Desk lamp with wireless charger', 'Light for long evenings'],
    ['Café floor lamp', 'Brass and oak'],
    ['Desk lamp without wireless charger', 'Light, and nothing else'],
    ['Headphones stand', 'For bluetooth headphones'],
    ['Bluetooth headphones', 'Over the ear'],
  ] as const) {
    await addProduct(ownerDb, {
      categoryId: lamps.id,
      title,
      description,
      variants: [{ offers: priced(3000) }],
    });
  }
  await projectAllListings(db);
  await countSearchWords(db);
});

async function titles(query: Partial<ListingQuery>): Promise<string[]> {
  const { cards } = await engine.search({ ...ANYTHING, ...query }, market);
  return cards.map(({ title }) => title);
}

const filtered = (filter: Partial<ListingFilter>) => ({
  categoryPath: 'fashion',
  filter: { ...NO_FILTER, ...filter },
});

describe('filters', () => {
  test('red and M and under 20 is true of one variant', async () => {
    const wanted = { choices: { colour: ['Red'], size: ['M'] }, maxPriceMinor: 2000 };
    expect(await titles(filtered(wanted))).toEqual(['Cotton shirts, pack of two']);
  });

  test('values of one facet are alternatives', async () => {
    expect(await titles(filtered({ choices: { colour: ['Red', 'Blue'], brand: ['aalto'] } }))).toEqual([
      'Linen shirt',
    ]);
  });

  test('a value that nothing has ever had matches nothing, and is no error', async () => {
    expect(await titles(filtered({ choices: { colour: ['Mauve'] } }))).toEqual([]);
    expect(await titles({ categoryPath: 'no/such/category' })).toEqual([]);
    expect(await titles({ sellerSlug: 'nobody' })).toEqual([]);
  });

  test('each facet is counted with every filter but its own', async () => {
    const { facets, total } = await engine.search(
      { ...ANYTHING, ...filtered({ choices: { size: ['M'], colour: ['Blue'] } }), categoryPath: shirts.path },
      market,
    );
    expect(total).toEqual({ value: 1, exact: true });
    expect(choices(facets, 'colour')).toEqual({ Red: 2, Blue: 1 });
    expect(choices(facets, 'size')).toEqual({ M: 1 });
  });
});

describe('search', () => {
  test('finds other forms of a word, and words with and without accents', async () => {
    expect(await titles({ text: 'shirts' })).toHaveLength(2);
    expect(await titles({ text: 'cafe lamps' })).toContain('Café floor lamp');
  });

  test('what is called so comes before what is for it', async () => {
    expect((await titles({ text: 'bluetooth headphones' }))[0]).toBe('Bluetooth headphones');
  });

  test('misspelt words are corrected, and it says so', async () => {
    const { cards, correctedText } = await engine.search({ ...ANYTHING, text: 'blutooth hedphones' }, market);
    expect(correctedText).toBe('bluetooth headphones');
    expect(cards[0]?.title).toBe('Bluetooth headphones');
  });

  test('what is asked to be absent comes last', async () => {
    expect((await titles({ text: 'headphones without stand' }))[0]).toBe('Bluetooth headphones');
  });

  test('nothing found is an answer, whatever was typed', async () => {
    for (const text of ["'", '\\', ':* & |', 'the', 'xqzzyv', "a' | 'b", '%_%', '𓂀'.repeat(40)]) {
      await expect(engine.search({ ...ANYTHING, text }, market), text).resolves.toMatchObject({ next: null });
      await expect(engine.suggest(text, market), text).resolves.toBeDefined();
    }
  });

  test('what was published after the last count is found at once', async () => {
    const productId = await addProduct(ownerDb, { categoryId: lamps.id, title: 'Zwiebelmuster lantern' });
    await projectListings(db, [productId]);
    expect(await titles({ text: 'zwiebelmuster' })).toEqual(['Zwiebelmuster lantern']);
  });

  test('suggestions complete the last word and name categories and products', async () => {
    const suggestions = await engine.suggest('bluetooth hea', market);
    expect(suggestions.queries).toContain('bluetooth headphones');
    expect(suggestions.products.map(({ title }) => title)).toContain('Bluetooth headphones');
    expect((await engine.suggest('lam', market)).categories).toEqual([{ name: 'lamps', path: 'lamps' }]);
  });
});

describe('pages', () => {
  test.each(LISTING_SORTS)('by %s: complete and without duplicates while things are added', async (sort) => {
    const category = await addCategory(ownerDb, `many-${sort.replace('_', '-')}`);
    const add = (index: number) =>
      addProduct(ownerDb, {
        categoryId: category.id,
        title: `Thing ${index}`,
        variants: [{ offers: [{ sellerId, priceMinor: 100 + (index % 7), onHand: index % 3 }] }],
      });
    const early: string[] = [];
    for (let index = 0; index < 60; index++) early.push(await add(index));
    await projectListings(db, early);

    const seen: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const page = await engine.page({ ...ANYTHING, categoryPath: category.path, sort, cursor }, market);
      seen.push(...page.cards.map(({ slug }) => slug));
      if (page.next === null) break;
      cursor = page.next;
      await projectListings(db, [await add(1000 + seen.length), await add(2000 + seen.length)]);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(early.filter((slug) => !seen.includes(slug))).toEqual([]);
  });

  test('pages of a search add up to all of it', async () => {
    const first = await engine.page({ ...ANYTHING, text: 'thing' }, market);
    const second = await engine.page({ ...ANYTHING, text: 'thing', cursor: first.next }, market);
    const slugs = [...first.cards, ...second.cards].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(48);
  });

  test.each([
    ['relevance', 'listing_categories_popular'],
    ['newest', 'listing_categories_newest'],
    ['price_up', 'listing_categories_price_up'],
    ['price_down', 'listing_categories_price_down'],
    ['rating', 'listing_categories_rating'],
  ] as const)('a category page by %s reads a range of %s alone', async (sort, index) => {
    await ownerDb.execute(sql`analyze listing_categories`);
    const query = { ...ANYTHING, categoryPath: shirts.path, sort };
    const question = await readQuestion(db, query, 'en');
    const { next } = await engine.page({ ...query, categoryPath: 'many-newest' }, market);
    const plan = await db.execute<{ 'QUERY PLAN': string }>(
      sql`explain ${pageOf({ ...question!, filter: NO_FILTER }, next, market)}`,
    );
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toContain(`Index Only Scan using ${index}`);
    expect(lines).not.toContain('Sort');
  });
});

function choices(facets: readonly Facet[], key: string): Record<string, number> {
  const facet = facets.find((each) => each.kind === 'choice' && each.key === key);
  if (facet?.kind !== 'choice') return {};
  return Object.fromEntries(facet.choices.map(({ label, count }) => [label, count]));
}
