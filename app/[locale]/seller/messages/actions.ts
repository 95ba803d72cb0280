'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { reportConversation, settleConversation, writeMessage } from '@/lib/conversations';
import { DESK, defineAction } from '@/lib/http';
import { MESSAGE_RATE, REPORT_RATE, reportReason, writtenMessage } from '../../message-input';
import { publicUuid } from '../../public-uuid';

/** Writes to the buyer of a part of the shop's own. */
export const sendMessage = defineAction({
  name: 'seller.send-message',
  policy: DESK.handleOrders,
  input: z.object({ conversationId: publicUuid('cnv'), ...writtenMessage }),
  rateLimit: MESSAGE_RATE,
  handler: async ({ db, seller, clock, input }) => {
    const party = { by: 'seller', sellerId: seller.sellerId } as const;
    const sent = await writeMessage(db, { ...input, party, now: clock() });
    if (sent.ok) refresh();
    return sent;
  },
});

/** Says that what the buyer wrote last needs no answer. */
export const settle = defineAction({
  name: 'seller.settle-conversation',
  policy: DESK.handleOrders,
  input: z.object({ conversationId: publicUuid('cnv') }),
  handler: async ({ db, seller, input }) => {
    const settled = await settleConversation(db, { ...input, sellerId: seller.sellerId });
    if (settled.ok) refresh();
    return settled;
  },
});

/** Asks the market to look at a conversation. */
export const report = defineAction({
  name: 'seller.report-conversation',
  policy: DESK.handleOrders,
  input: z.object({ conversationId: publicUuid('cnv'), ...reportReason }),
  rateLimit: REPORT_RATE,
  handler: ({ db, seller, clock, input }) =>
    reportConversation(db, { ...input, party: { by: 'seller', sellerId: seller.sellerId }, now: clock() }),
});
