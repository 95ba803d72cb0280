/** What buyers and sellers write each other. Owns `db/schema/conversations`. */
export {
  announceConversation,
  getConversationsVersion,
  getConversationVersion,
  watchConversation,
} from './conversation-changes';
export { messageWritten, type MessageWritten } from './events';
export {
  countUnreadConversations,
  countWaitingConversations,
  listConversations,
  type ConversationsPage,
  type WhichConversations,
} from './list-conversations';
export { getConversation, getSides, listUnread, listUnreadOfOrder, markRead } from './read-conversation';
export { reportConversation } from './report-conversation';
export {
  closeReports,
  getReportedConversation,
  listOpenReports,
  readReportedConversation,
} from './review-reports';
export { settleConversation } from './settle-conversation';
export { writeMessage } from './write-message';
export { askSeller, getAskable } from './ask-seller';
export { findOwnQuestion } from './find-question';
export type { Party } from './party';
