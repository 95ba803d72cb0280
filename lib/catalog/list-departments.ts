import { sql } from 'drizzle-orm';
import { toPicture, type StoredPicture } from '@/lib/media/model';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { categoryName } from './category-names';
import { storedPicture } from './media-sql';
import type { CategoryTile, Department } from './model';

/** Children a department shows before its own page is opened. */
const CHILDREN_SHOWN = 8;

type TileRow = {
  id: string;
  parent_id: string | null;
  name: string;
  path: string;
  product_count: number;
  image: StoredPicture | null;
};

/** The roots of the tree in their order, each with its largest children. Empty ones are left out. */
export async function listDepartments(db: Executor, shownIn: ShownIn): Promise<Department[]> {
  const tiles = await readTiles(db, shownIn, sql`c.depth <= 1`);
  return tiles
    .filter((tile) => tile.parent_id === null)
    .map((root) => ({
      ...toTile(root),
      children: tiles
        .filter((tile) => tile.parent_id === root.id)
        .slice(0, CHILDREN_SHOWN)
        .map(toTile),
    }));
}

/** The categories directly under one, those with products, largest first within their position. */
export async function listChildren(
  db: Executor,
  parentId: string,
  shownIn: ShownIn,
): Promise<CategoryTile[]> {
  return (await readTiles(db, shownIn, sql`c.parent_id = ${parentId}::uuid`)).map(toTile);
}

/**
 * A tile's picture is the category's own, else that of its most wanted product. Reads the places of
 * `listing_categories`, which `lib/search` keeps.
 */
async function readTiles(
  db: Executor,
  shownIn: ShownIn,
  where: ReturnType<typeof sql>,
): Promise<readonly TileRow[]> {
  return db.execute<TileRow>(sql`
    select c.id, c.parent_id, ${categoryName(sql`c`, shownIn.locale)} as name, c.path,
      counted.products as product_count, coalesce(own.image, popular.image) as image
    from categories c
    cross join lateral (
      select count(*)::int as products from listing_categories place
      where place.category_id = c.id and place.currency = ${shownIn.currency}
    ) counted
    left join lateral (
      select ${storedPicture(sql`a`, sql`''`)} as image from media_assets a
      where a.id = c.image_asset_id and a.status = 'ready'
    ) own on true
    left join lateral (
      select l.image from (
        select product_id, popular_key from listing_categories place
        where place.category_id = c.id and place.currency = ${shownIn.currency}
        order by popular_key, product_id limit 10
      ) top join listings l on l.product_id = top.product_id
      where l.image is not null order by top.popular_key limit 1
    ) popular on own.image is null
    where ${where} and counted.products > 0
    order by c.depth, c.position, counted.products desc, c.path`);
}

function toTile(row: TileRow): CategoryTile {
  return {
    name: row.name,
    path: row.path,
    image: row.image && toPicture(row.image),
    productCount: row.product_count,
  };
}
