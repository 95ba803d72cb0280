'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/lib/http';
import { publicId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { privateStorage } from '@/lib/platform/storage';
import {
  applyToSell,
  beginDocument,
  finishDocument,
  reapply,
  removeDocument,
  saveOwnBusiness,
} from '@/lib/sellers';
import { applicationInput, businessInput } from '@/lib/sellers/input';
import { SELLER_DOCUMENT_KINDS } from '@/lib/sellers/model';
import { answerTakeHome, takeHomeInput } from './take-home';
import { publicUuid } from '../../public-uuid';

export const applyToSellAction = defineAction({
  name: 'sell.apply',
  policy: 'user',
  input: applicationInput,
  rateLimit: { limit: 5, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, actor, input }) => {
    const applied = await applyToSell(db, actor, input);
    if (applied.ok) refresh();
    return applied;
  },
});

/** Sends a declined application again. */
export const reapplyAction = defineAction({
  name: 'sell.reapply',
  policy: 'user',
  input: applicationInput.omit({ name: true }).extend({ sellerId: publicUuid('sel') }),
  rateLimit: { limit: 5, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, actor, input: { sellerId, ...application } }) =>
    shown(await reapply(db, { userId: actor.userId, sellerId }, application)),
});

/** Who a shop is before the law. */
export const saveBusinessAction = defineAction({
  name: 'sell.save-business',
  policy: 'user',
  input: businessInput.and(z.object({ sellerId: publicUuid('sel') })),
  handler: async ({ db, actor, input: { sellerId, ...business } }) =>
    shown(await saveOwnBusiness(db, { userId: actor.userId, sellerId }, business)),
});

/** Says what document is coming; answers where to send it. */
export const beginDocumentAction = defineAction({
  name: 'sell.begin-document',
  policy: 'user',
  input: z.object({
    sellerId: publicUuid('sel'),
    kind: z.enum(SELLER_DOCUMENT_KINDS),
    name: z.string().trim().min(1).max(200),
    bytes: z.number().int().positive(),
  }),
  rateLimit: { limit: 60, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, actor, clock, input }) => {
    const begun = await beginDocument(db, privateStorage(), { ...input, userId: actor.userId }, clock());
    if (!begun.ok) return begun;
    const { documentId, address } = begun.value;
    return ok({ documentId: publicId('doc', documentId), address });
  },
});

/** Says that a document has been sent. */
export const finishDocumentAction = defineAction({
  name: 'sell.finish-document',
  policy: 'user',
  input: z.object({ documentId: publicUuid('doc') }),
  handler: ({ db, actor, input }) => finishDocument(db, privateStorage(), { ...input, userId: actor.userId }),
});

export const removeDocumentAction = defineAction({
  name: 'sell.remove-document',
  policy: 'user',
  input: z.object({ documentId: publicUuid('doc') }),
  handler: ({ db, actor, input }) => removeDocument(db, privateStorage(), { ...input, userId: actor.userId }),
});

/** Asked with every pause in typing a price. */
export const takeHomeAction = defineAction({
  name: 'sell.take-home',
  policy: 'public',
  input: takeHomeInput,
  rateLimit: { limit: 240, windowSeconds: 60, by: 'actor' },
  handler: async ({ clock, input, ...asking }) => ok(await answerTakeHome(asking, input, clock())),
});

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
