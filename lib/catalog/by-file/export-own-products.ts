import { and, asc, eq, gt, ne } from 'drizzle-orm';
import { productDrafts, products } from '@/db/schema/catalog';
import { sourcesOf } from '@/lib/media';
import { csv } from '@/lib/kernel/csv';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { productContent, type ProductContent } from '../drafts/content';
import { readContent } from '../drafts/read-content';
import { listCategories } from '../list-categories';
import { ownKeyIn } from './product-key';

const BATCH = 100;
const FIRST_LOCALE = 'en';

const HEADING = ['product', 'title', 'category', 'brand', 'description', 'highlights', 'pictures', 'gtin'];

type OwnProduct = {
  readonly key: string;
  readonly content: ProductContent;
  readonly pictures: readonly string[];
};

/**
 * A seller's own products as a file that `makeProductsByFile` takes back unchanged, one row a variant: as their drafts say
 * where there is one, else as they are. In parts; what attributes and options there are is found in a first reading.
 */
export async function* exportOwnProducts(db: Executor, sellerId: string): AsyncGenerator<string> {
  const [attributes, options] = [new Set<string>(), new Set<string>()];
  for await (const { content } of ownProducts(db, sellerId)) {
    for (const key of Object.keys(content.attributes)) attributes.add(key);
    for (const variant of content.variants) for (const key of Object.keys(variant.options)) options.add(key);
  }
  const columns = {
    attributes: [...attributes].toSorted(),
    options: [...options].toSorted(),
  };
  yield csv([
    [
      ...HEADING,
      ...columns.attributes.map((key) => `attribute:${key}`),
      ...columns.options.map((key) => `option:${key}`),
    ],
  ]);
  const categories = new Map(
    (await listCategories(db, FIRST_LOCALE)).map(({ categoryId, names }) => [categoryId, names.join(' > ')]),
  );
  for await (const product of ownProducts(db, sellerId)) yield csv(rowsOf(product, categories, columns));
}

function rowsOf(
  { key, content, pictures }: OwnProduct,
  categories: ReadonlyMap<string, string>,
  columns: { readonly attributes: readonly string[]; readonly options: readonly string[] },
): string[][] {
  const category =
    content.categoryId === null ? '' : (categories.get(publicId('cat', content.categoryId)) ?? '');
  const { title, brand, description, highlights } = content;
  const said = [title, category, brand, description, highlights.join(' | '), pictures.join(' ')];
  const attributes = columns.attributes.map((name) => String(content.attributes[name] ?? ''));
  return content.variants.map(({ options, gtin }, index) => [
    key,
    ...(index === 0 ? said : said.map(() => '')),
    gtin,
    ...(index === 0 ? attributes : attributes.map(() => '')),
    ...columns.options.map((name) => options[name] ?? ''),
  ]);
}

async function* ownProducts(db: Executor, sellerId: string): AsyncGenerator<OwnProduct> {
  let after: string | null = null;
  for (;;) {
    const rows: { id: string; externalId: string | null; draft: unknown }[] = await db
      .select({ id: products.id, externalId: products.externalId, draft: productDrafts.content })
      .from(products)
      .leftJoin(productDrafts, eq(productDrafts.productId, products.id))
      .where(
        and(
          eq(products.ownerSellerId, sellerId),
          ne(products.status, 'retired'),
          after === null ? undefined : gt(products.id, after),
        ),
      )
      .orderBy(asc(products.id))
      .limit(BATCH);
    for (const { id, externalId, draft } of rows) {
      const content = draft === null ? await readContent(db, id, FIRST_LOCALE) : productContent.parse(draft);
      if (!content) continue;
      const sources = await sourcesOf(
        db,
        content.pictures.map(({ assetId }) => assetId),
      );
      // What was sent up by hand has no address, and stays when a file says nothing of pictures.
      const pictures = sources.every((source) => source !== '') ? sources : [];
      yield { key: ownKeyIn(externalId) ?? publicId('prd', id), content, pictures };
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
