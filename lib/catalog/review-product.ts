import { eq, sql } from 'drizzle-orm';
import { productDrafts, products } from '@/db/schema/catalog';
import { recordAudit } from '@/lib/audit';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { applyContent } from './drafts/apply-content';
import { lockDraft, writeDraft, type Draft } from './drafts/own-draft';
import { productChanged } from './events';
import {
  PRODUCT_DECISIONS,
  type DraftStatus,
  type ProductDecision,
  type ProductRecord,
  type ProductStatus,
} from './model';

/** What staff may do with a product, from which states. */
const DECISIONS = {
  publish: { from: ['in_review', 'declined', 'retired'], to: 'live' },
  decline: { from: ['in_review'], to: 'declined' },
  retire: { from: ['live'], to: 'retired' },
} as const satisfies Record<ProductDecision, { from: readonly ProductStatus[]; to: ProductStatus }>;

type Standing = Pick<ProductRecord, 'status' | 'draftStatus'>;

/** What may be done with a product in this state; what is live may have a next revision that waits. */
export function possibleDecisions({ status, draftStatus }: Standing): ProductDecision[] {
  const waits = draftStatus === 'in_review';
  return PRODUCT_DECISIONS.filter(
    (decision) =>
      DECISIONS[decision].from.some((state) => state === status) || (waits && decision !== 'retire'),
  );
}

type Decision = {
  readonly actor: UserActor;
  readonly productId: string;
  readonly decision: ProductDecision;
  readonly reason: string;
};

/**
 * Staff's decision on a product, with its reason. A revision that waits is published or sent back; what is live stays
 * live when its next revision is sent back. Refused from a state it makes no sense in.
 */
export async function decideProduct(
  db: Database,
  act: Decision,
  now: Date,
): Promise<Result<null, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const [product] = await tx.select().from(products).where(eq(products.id, act.productId)).for('update');
    if (!product) return refuse('not_found');
    const draft = await lockDraft(tx, product.id);
    const standing = { status: product.status, draftStatus: draft?.status ?? null };
    if (!possibleDecisions(standing).includes(act.decision)) {
      return refuse('illegal_transition', { status: product.status });
    }
    if (draft?.status === 'in_review') await decideDraft(tx, product, draft, act);
    const isLiveStill = product.status === 'live' && act.decision === 'decline';
    const status = isLiveStill ? 'live' : DECISIONS[act.decision].to;
    await tx
      .update(products)
      .set({
        status,
        statusReason: isLiveStill ? product.statusReason : act.reason,
        publishedAt: product.publishedAt ?? (status === 'live' ? now : null),
      })
      .where(eq(products.id, product.id));
    await recordAudit(tx, {
      actor: actorLabel(act.actor),
      action: `product.${DECISIONS[act.decision].to}`,
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

/** What was not live says already what its draft says, since it was handed in; what is live says it from here on. */
async function decideDraft(
  tx: Transaction,
  product: typeof products.$inferSelect,
  draft: Draft,
  { decision, reason }: Decision,
): Promise<void> {
  if (decision !== 'publish') {
    await writeDraft(tx, draft, { status: 'declined', reason });
    return;
  }
  if (product.status === 'live') await applyContent(tx, product, draft.content, draft.savedBy);
  await tx.delete(productDrafts).where(eq(productDrafts.productId, product.id));
}

/** The review queue: products and next revisions of live ones that wait, the longest waiting first. */
export async function listProductsInReview(
  db: Executor,
  locale: string,
  limit = 50,
): Promise<ProductRecord[]> {
  return readRecords(
    db,
    sql`(p.status = 'in_review' or d.status = 'in_review')`,
    sql`coalesce(d.submitted_at, p.created_at)`,
    locale,
    limit,
  );
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
    draft_status: DraftStatus | null;
    status_reason: string;
    owner: string | null;
    waiting_since: string;
  }>(sql`
    select p.id, p.slug, coalesce(t.title, p.slug) as title, b.name as brand, c.path, p.status, d.status as draft_status,
      p.status_reason, s.name as owner, coalesce(d.submitted_at, p.created_at) as waiting_since
    from products p
    join categories c on c.id = p.category_id
    left join product_drafts d on d.product_id = p.id
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
    draftStatus: row.draft_status,
    statusReason: row.status_reason,
    ownerName: row.owner,
    createdAt: new Date(row.waiting_since).toISOString(),
  }));
}
