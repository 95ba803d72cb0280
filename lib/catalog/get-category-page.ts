import { sql } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { categoryName } from './category-names';
import { listChildren } from './list-departments';
import type { CategoryLink, CategoryPage } from './model';

/** The head of a category page, or null when no category has that path. */
export async function getCategoryPage(
  db: Executor,
  path: string,
  shownIn: ShownIn,
): Promise<CategoryPage | null> {
  const [row] = await db.execute<{ id: string; name: string; description: string | null }>(sql`
    select c.id, ${categoryName(sql`c`, shownIn.locale)} as name, nullif(t.description, '') as description
    from categories c
    left join category_translations t on t.category_id = c.id and t.locale = ${shownIn.locale}
    where c.path = ${path}`);
  if (!row) return null;
  const [ancestors, children] = await Promise.all([
    listAncestors(db, row.id, shownIn.locale),
    listChildren(db, row.id, shownIn),
  ]);
  return {
    categoryId: publicId('cat', row.id),
    name: row.name,
    path,
    description: row.description,
    ancestors: ancestors.slice(0, -1),
    children,
  };
}

/** From the department down to the category itself. */
export async function listAncestors(
  db: Executor,
  categoryId: string,
  locale: string,
): Promise<CategoryLink[]> {
  const rows = await db.execute<CategoryLink>(sql`
    select ${categoryName(sql`c`, locale)} as name, c.path
    from categories self join categories c on c.id = any(self.lineage)
    where self.id = ${categoryId}::uuid order by c.depth`);
  return rows.map(({ name, path }) => ({ name, path }));
}
