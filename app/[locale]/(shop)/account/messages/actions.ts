'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { askSeller, reportConversation, writeMessage } from '@/lib/conversations';
import { defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { MESSAGE_RATE, REPORT_RATE, reportReason, writtenMessage } from '../../../message-input';
import { publicUuid } from '../../../public-uuid';

/** Asks the seller of an offer about its product. */
export const ask = defineAction({
  name: 'account.ask-seller',
  policy: 'user',
  input: z.object({ offerId: publicUuid('off'), ...writtenMessage }),
  // Fewer than one writes within a conversation: each of these may reach another seller.
  rateLimit: { limit: 10, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, actor, clock, locale, input }) => {
    const { customerId, userId } = actor;
    const asked = await askSeller(db, { ...input, customerId, userId, locale, now: clock() });
    if (!asked.ok) return asked;
    redirect(localePath(locale, `/account/messages/${publicId('cnv', asked.value.conversationId)}`));
  },
});

/** Goes on with what one has asked. */
export const sendMessage = defineAction({
  name: 'account.send-message',
  policy: 'user',
  input: z.object({ conversationId: publicUuid('cnv'), ...writtenMessage }),
  rateLimit: MESSAGE_RATE,
  handler: async ({ db, actor, clock, input }) => {
    const party = { by: 'buyer', customerId: actor.customerId } as const;
    const sent = await writeMessage(db, { ...input, party, now: clock() });
    if (sent.ok) refresh();
    return sent;
  },
});

/** Asks the market to look at what one has asked a seller, and how it was answered. */
export const report = defineAction({
  name: 'account.report-conversation',
  policy: 'user',
  input: z.object({ conversationId: publicUuid('cnv'), ...reportReason }),
  rateLimit: REPORT_RATE,
  handler: ({ db, actor, clock, input }) =>
    reportConversation(db, {
      ...input,
      party: { by: 'buyer', customerId: actor.customerId },
      now: clock(),
    }),
});
