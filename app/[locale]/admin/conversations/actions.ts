'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { closeReports, readReportedConversation } from '@/lib/conversations';
import { defineAction } from '@/lib/http';
import { publicUuid } from '../../public-uuid';
import { SEES_REPORTS } from './sees-reports';

const actOnConversation = z.object({
  conversationId: publicUuid('cnv'),
  reason: z.string().trim().min(3).max(500),
});

/** Shows staff what was written in a conversation that was reported, and writes down why they read it. */
export const readConversation = defineAction({
  name: 'admin.read-conversation',
  policy: SEES_REPORTS,
  input: actOnConversation,
  handler: async ({ db, actor, input }) => {
    const read = await readReportedConversation(db, { ...input, userId: actor.userId });
    if (read.ok) refresh();
    return read;
  },
});

/** Says what was done about the reports of a conversation. */
export const seeToReports = defineAction({
  name: 'admin.see-to-reports',
  policy: SEES_REPORTS,
  input: actOnConversation,
  handler: async ({ db, actor, clock, input }) => {
    const closed = await closeReports(db, { ...input, userId: actor.userId, now: clock() });
    if (closed.ok) refresh();
    return closed;
  },
});
