import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { writingsOfGtin } from './gtin';

const MOST = 12;

/** The live products one of whose variants carries this GTIN, however many zeros its source kept; oldest first. */
export async function findProductsByGtin(db: Executor, gtin: string): Promise<string[]> {
  const writings = sql.join(
    writingsOfGtin(gtin).map((writing) => sql`${writing}`),
    sql`, `,
  );
  const rows = await db.execute<{ id: string }>(sql`
    select distinct p.id from variants v join products p on p.id = v.product_id
    where v.gtin in (${writings}) and p.status = 'live' and not v.retired
    order by p.id limit ${MOST}`);
  return rows.map(({ id }) => id);
}
