import { and, eq, inArray } from 'drizzle-orm';
import { productDrafts, products } from '@/db/schema/catalog';
import { sourcesOf } from '@/lib/media';
import { groupBy } from '@/lib/kernel/group-by';
import { parsePublicId } from '@/lib/kernel/ids';
import type { Refusal } from '@/lib/kernel/result';
import type { Executor } from '@/lib/platform/database';
import { checkContent } from '../drafts/check-content';
import { productContent, type ProductContent } from '../drafts/content';
import { findKnownGtins } from '../drafts/find-problems';
import { readContent } from '../drafts/read-content';
import { getAttributeSchema } from '../get-attribute-schema';
import { listCategories } from '../list-categories';
import type { ProductRowProblem, ProductsByFile } from '../model';
import { contentOfRows, type FiledContent } from './content-of-rows';
import { leftOut } from './left-out';
import { externalIdOf } from './product-key';
import type { ProductSheet, TypedRow } from './read-products';

/** A product that the file makes or changes. */
export type PlannedProduct = FiledContent & {
  readonly key: string;
  readonly rows: readonly TypedRow[];
  /** Null for a new one. */
  readonly productId: string | null;
};

export type ProductPlan = {
  readonly ready: readonly PlannedProduct[];
  readonly unchanged: number;
  readonly problems: ProductsByFile['problems'];
};

type OwnProduct = {
  readonly productId: string;
  readonly isInReview: boolean;
  readonly content: ProductContent;
};

/** The language every product has. */
const FIRST_LOCALE = 'en';

/** What a file of products would make of each of them. Reads only. */
export async function planProducts(
  db: Executor,
  sellerId: string,
  { rows }: ProductSheet,
): Promise<ProductPlan> {
  const categories = await categoryNames(db);
  const ready: PlannedProduct[] = [];
  const problems: ProductsByFile['problems'][number][] = [];
  const gtins = new Set<string>();
  let unchanged = 0;
  const leaveOut = (of: readonly TypedRow[], { error, detail }: Refusal<ProductRowProblem>) => {
    const about = String(detail?.about ?? '');
    problems.push(
      ...of.map(({ number, cells }, index) => ({
        ...{ number, cells },
        ...(index === 0 ? { problem: error, about } : { problem: 'other_row' as const, about: '' }),
      })),
    );
  };
  for (const [key, of] of groupBy(rows, (row) => row.key)) {
    const planned = await planProduct(db, sellerId, key, of, categories);
    if (planned === 'unchanged') unchanged += 1;
    else if ('error' in planned) leaveOut(of, planned);
    else {
      const twice = planned.content.variants.find(({ gtin }) => gtin !== '' && gtins.has(gtin));
      for (const { gtin } of planned.content.variants) gtins.add(gtin);
      if (twice) leaveOut(of, leftOut('gtin_twice', twice.gtin));
      else ready.push(planned);
    }
  }
  return { ready, unchanged, problems: problems.toSorted((one, other) => one.number - other.number) };
}

async function planProduct(
  db: Executor,
  sellerId: string,
  key: string,
  rows: readonly TypedRow[],
  categories: ReadonlyMap<string, string>,
): Promise<PlannedProduct | 'unchanged' | Refusal<ProductRowProblem>> {
  const [first] = rows;
  if (!first || rows.some(({ isBroken }) => isBroken)) return leftOut('unreadable');
  if (key === '' || key.length > 100) return leftOut('no_key');
  const own = await findOwnProduct(db, sellerId, key);
  if (own === 'not_yours') return leftOut('not_yours');
  if (own?.isInReview) return leftOut('in_review');
  const categoryId =
    first.category === ''
      ? (own?.content.categoryId ?? null)
      : (categories.get(plainPath(first.category)) ?? null);
  if (categoryId === null) return leftOut('category_unknown', first.category.slice(0, 100));
  const schema = await getAttributeSchema(db, categoryId);
  const filed = contentOfRows(rows, own?.content ?? null, { categoryId, schema });
  if (!filed.ok) return filed;
  const { content, pictures } = filed.value;
  const whole = { ...content, pictures: own?.content.pictures ?? [] };
  const [problem] = [
    ...checkContent(whole, schema),
    ...(await findKnownGtins(db, own?.productId ?? null, whole)),
  ];
  if (problem) return leftOut(problem.kind, problem.about);
  if (own && (await saysTheSame(db, own.content, filed.value))) return 'unchanged';
  return { key, rows, productId: own?.productId ?? null, content, pictures };
}

/** Whether a product says all of it already; pictures are the same when they came from the same addresses. */
async function saysTheSame(
  db: Executor,
  before: ProductContent,
  { content, pictures }: FiledContent,
): Promise<boolean> {
  const { pictures: shown, ...said } = before;
  if (inOrder(said) !== inOrder(content)) return false;
  if (pictures.length === 0) return true;
  const sources = await sourcesOf(
    db,
    shown.map(({ assetId }) => assetId),
  );
  return JSON.stringify(sources) === JSON.stringify(pictures);
}

function inOrder(content: Omit<ProductContent, 'pictures'>): string {
  const attributes = Object.entries(content.attributes).toSorted(([one], [other]) =>
    one.localeCompare(other),
  );
  return JSON.stringify({ ...content, attributes });
}

async function findOwnProduct(
  db: Executor,
  sellerId: string,
  key: string,
): Promise<OwnProduct | 'not_yours' | null> {
  const id = parsePublicId('prd', key);
  const named = id ? eq(products.id, id) : eq(products.externalId, externalIdOf(sellerId, key));
  const [row] = await db
    .select({
      id: products.id,
      status: products.status,
      draft: productDrafts.content,
      state: productDrafts.status,
    })
    .from(products)
    .leftJoin(productDrafts, eq(productDrafts.productId, products.id))
    .where(
      and(
        named,
        eq(products.ownerSellerId, sellerId),
        inArray(products.status, ['draft', 'in_review', 'live']),
      ),
    );
  if (!row) return id ? 'not_yours' : null;
  const content = row.draft ? productContent.parse(row.draft) : await readContent(db, row.id, FIRST_LOCALE);
  if (!content) return 'not_yours';
  return { productId: row.id, isInReview: row.state === 'in_review', content };
}

/** Ids of categories by their way from the department, as `listCategories` names it, and by their own ids. */
async function categoryNames(db: Executor): Promise<ReadonlyMap<string, string>> {
  const categories = await listCategories(db, FIRST_LOCALE);
  return new Map(
    categories.flatMap(({ categoryId, names }) => {
      const id = parsePublicId('cat', categoryId);
      return id ? [[plainPath(names.join('>')), id] as const, [categoryId.toLowerCase(), id] as const] : [];
    }),
  );
}

function plainPath(path: string): string {
  return path
    .split(/[>/]/)
    .map((name) => name.trim().toLowerCase())
    .join('>');
}
