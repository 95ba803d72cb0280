import { isRedirectError } from 'next/dist/client/components/redirect-error';
import { recordAudit } from '@/lib/audit';
import type { Membership } from '@/lib/identity/model';
import { publicId, type IdPrefix } from '@/lib/kernel/ids';
import type { RefusalDetail } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';

/** What inputs of a desk call the things they are about. */
const SUBJECTS: Readonly<Record<string, IdPrefix>> = {
  sellerOrderId: 'slo',
  returnId: 'ret',
  conversationId: 'cnv',
  productId: 'prd',
  offerId: 'off',
};

export type DeskAct = {
  /** As `actorLabel` writes it, or `key:<id>`. */
  readonly actor: string;
  readonly seller: Pick<Membership, 'sellerId'>;
  /** The action's name: `seller.accept-order`. */
  readonly name: string;
  readonly detail: RefusalDetail;
};

/**
 * Writes down that somebody did something at a seller's desk, once it is done. It is the door that knows of every act,
 * so none is forgotten; when the log itself cannot be written, the act stands and the fault is told to operators.
 */
export async function logDeskAct(db: Database, { actor, seller, name, detail }: DeskAct): Promise<void> {
  try {
    await db.transaction((tx) =>
      recordAudit(tx, { actor, action: name, subject: { type: 'desk', id: seller.sellerId }, detail }),
    );
  } catch (error) {
    log.error({ err: error, act: name, actor }, 'an act at a desk could not be logged');
  }
}

/** The order, return, conversation, product or offer that an input names, as its public id. */
export function subjectOf(input: unknown): RefusalDetail {
  if (typeof input !== 'object' || input === null) return {};
  for (const [name, id] of Object.entries(input)) {
    const prefix = SUBJECTS[name];
    if (prefix && typeof id === 'string') return { subject: publicId(prefix, id) };
  }
  return {};
}

/** Whether what was thrown only leads to another page: then the act was done. */
export function leadsOn(error: unknown): boolean {
  return isRedirectError(error);
}
