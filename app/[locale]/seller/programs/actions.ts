'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicUuid } from '../../public-uuid';
import { createApiKey, revokeApiKey } from '@/lib/api-keys';
import { API_SCOPES } from '@/lib/api-keys/model';
import { DESK, defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import type { Result } from '@/lib/kernel/result';
import { addEndpoint, changeEndpoint, removeEndpoint, resendDelivery, rotateSecret } from '@/lib/webhooks';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/model';

/** A form sends one ticked box as a text, several as a list, none not at all; at least one has to be ticked. */
const ticked = <const Choice extends string>(choices: readonly [Choice, ...Choice[]]) =>
  z.preprocess((boxes) => (boxes === undefined ? [] : [boxes].flat()), z.array(z.enum(choices)).min(1));

const endpointId = publicUuid('whe');

/** The answer is the only place the key ever stands. */
export const createKey = defineAction({
  name: 'seller.create-api-key',
  policy: DESK.runShop,
  input: z.object({ name: z.string().trim().min(1).max(60), scopes: ticked(API_SCOPES) }),
  rateLimit: { limit: 30, windowSeconds: 3600, by: 'actor' },
  logged: ({ name }) => ({ key: name }),
  handler: ({ db, seller, actor, input }) =>
    createApiKey(db, { ...input, sellerId: seller.sellerId, userId: actor.userId }),
});

export const revokeKey = defineAction({
  name: 'seller.revoke-api-key',
  policy: DESK.runShop,
  input: z.object({ keyId: publicUuid('key') }),
  handler: async ({ db, seller, clock, input }) =>
    shown(await revokeApiKey(db, { ...input, sellerId: seller.sellerId, now: clock() })),
});

/** The answer shows the endpoint's secret. */
export const addEndpointAction = defineAction({
  name: 'seller.add-webhook',
  policy: DESK.runShop,
  input: z.object({ url: z.url().max(500), events: ticked(WEBHOOK_EVENTS) }),
  rateLimit: { limit: 30, windowSeconds: 3600, by: 'actor' },
  handler: ({ db, seller, actor, input }) =>
    addEndpoint(db, { ...input, sellerId: seller.sellerId, userId: actor.userId }),
});

export const changeEndpointAction = defineAction({
  name: 'seller.change-webhook',
  policy: DESK.runShop,
  input: z.object({ endpointId, events: ticked(WEBHOOK_EVENTS), active: z.literal('on').optional() }),
  handler: async ({ db, seller, input: { active, ...input } }) =>
    shown(await changeEndpoint(db, { ...input, sellerId: seller.sellerId, isActive: active !== undefined })),
});

/** The answer shows the new secret. */
export const rotateSecretAction = defineAction({
  name: 'seller.rotate-webhook-secret',
  policy: DESK.runShop,
  input: z.object({ endpointId }),
  handler: ({ db, seller, clock, input }) =>
    rotateSecret(db, { ...input, sellerId: seller.sellerId, now: clock() }),
});

export const removeEndpointAction = defineAction({
  name: 'seller.remove-webhook',
  policy: DESK.runShop,
  input: z.object({ endpointId }),
  handler: async ({ db, seller, clock, locale, input }) => {
    const removed = await removeEndpoint(db, { ...input, sellerId: seller.sellerId, now: clock() });
    if (removed.ok) redirect(localePath(locale, '/seller/programs'));
    return removed;
  },
});

export const resendDeliveryAction = defineAction({
  name: 'seller.resend-webhook',
  policy: DESK.runShop,
  input: z.object({ deliveryId: publicUuid('whd') }),
  rateLimit: { limit: 300, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, input }) =>
    shown(await resendDelivery(db, { ...input, sellerId: seller.sellerId })),
});

function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
