import { announceConversation, messageWritten } from '@/lib/conversations';
import { planMessageMail, sendMessageMails, TELL_OF_MESSAGES_JOB, unreadMessages } from '@/lib/notifications';
import { announceOrderChange } from '@/lib/orders';
import { job, onEvent, type Work } from '../work';

/** What was written appears on open pages, and is mailed to who does not read it there. */
export const conversationWorks: readonly Work[] = [
  onEvent(messageWritten, 'announce-message', ({ conversationId }, { db }) =>
    announceConversation(db, conversationId),
  ),
  onEvent(messageWritten, 'announce-message-to-order', async ({ orderId }, { db }) => {
    if (orderId !== null) await announceOrderChange(db, orderId);
  }),
  onEvent(messageWritten, 'plan-message-mail', (written, { db }) => planMessageMail(db, written)),
  job(TELL_OF_MESSAGES_JOB, unreadMessages, (told, { db }) => sendMessageMails(db, told)),
];
