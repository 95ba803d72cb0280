import { eq, sql } from 'drizzle-orm';
import { products } from '@/db/schema/catalog';
import { recordAudit } from '@/lib/audit';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { productChanged } from './events';
import { PRODUCT_DECISIONS, type ProductDecision, type ProductRecord, type ProductStatus } from './model';

/** What staff may do with a product, from which states. */
const DECISIONS = {
  publish: { from: ['in_review', 'declined', 'retired'], to: 'live' },
  decline: { from: ['in_review'], to: 'declined' },
  retire: { from: ['live'], to: 'retired' },
} as const satisfies Record<ProductDecision, { from: readonly ProductStatus[]; to: ProductStatus }>;

/** What may be done with a product in this state. */
export function possibleDecisions(status: ProductStatus): ProductDecision[] {
  return PRODUCT_DECISIONS.filter((decision) => DECISIONS[decision].from.some((state) => state === status));
}

/** Staff's decision on a product, with its reason. Refused from a state it makes no sense in. */
export async function decideProduct(
  db: Database,
  act: {
    readonly actor: UserActor;
    readonly productId: string;
    readonly decision: ProductDecision;
    readonly reason: string;
  },
  now: Date,
): Promise<Result<null, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const [product] = await tx.select().from(products).where(eq(products.id, act.productId)).for('update');
    if (!product) return refuse('not_found');
    const { from, to } = DECISIONS[act.decision];
    if (!from.some((status) => status === product.status)) {
      return refuse('illegal_transition', { status: product.status });
    }
    await tx
      .update(products)
      .set({
        status: to,
        statusReason: act.reason,
        publishedAt: product.publishedAt ?? (to === 'live' ? now : null),
      })
      .where(eq(products.id, product.id));
    await recordAudit(tx, {
      actor: actorLabel(act.actor),
      action: `product.${to}`,
      subject: { type: 'product', id: product.id },
      reason: act.reason,
      detail: { before: product.status },
    });
    await emitEvent(tx, productChanged, {
      aggregateId: product.id,
      aggregateVersion: 1,
      payload: { productId: product.id },
    });
    return ok(null);
  });
}

/** The review queue: what waits, the longest waiting first. */
export async function listProductsByStatus(
  db: Executor,
  status: ProductStatus,
  locale: string,
  limit = 50,
): Promise<ProductRecord[]> {
  return readRecords(db, sql`p.status = ${status}::product_status`, sql`p.created_at`, locale, limit);
}

/** For staff: by address, GTIN or the beginning of a word in the title. */
export async function findProducts(
  db: Executor,
  text: string,
  locale: string,
  limit = 20,
): Promise<ProductRecord[]> {
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return readRecords(
    db,
    sql`(p.slug = ${text.trim()} or t.title ilike ${pattern}
      or exists (select 1 from variants v where v.product_id = p.id and v.gtin = ${text.trim()}))`,
    sql`p.created_at desc`,
    locale,
    limit,
  );
}

export async function getProductRecord(
  db: Executor,
  productId: string,
  locale: string,
): Promise<ProductRecord | null> {
  const [record] = await readRecords(db, sql`p.id = ${productId}`, sql`p.id`, locale, 1);
  return record ?? null;
}

async function readRecords(
  db: Executor,
  where: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
  locale: string,
  limit: number,
): Promise<ProductRecord[]> {
  const rows = await db.execute<{
    id: string;
    slug: string;
    title: string;
    brand: string | null;
    path: string;
    status: ProductStatus;
    status_reason: string;
    owner: string | null;
    created_at: string;
  }>(sql`
    select p.id, p.slug, coalesce(t.title, p.slug) as title, b.name as brand, c.path, p.status, p.status_reason,
      s.name as owner, p.created_at
    from products p
    join categories c on c.id = p.category_id
    left join brands b on b.id = p.brand_id
    left join sellers s on s.id = p.owner_seller_id
    left join product_translations t
      on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${locale}
    where ${where} order by ${order} limit ${limit}`);
  return rows.map((row) => ({
    productId: publicId('prd', row.id),
    slug: row.slug,
    title: row.title,
    brand: row.brand,
    categoryPath: row.path,
    status: row.status,
    statusReason: row.status_reason,
    ownerName: row.owner,
    createdAt: new Date(row.created_at).toISOString(),
  }));
}
