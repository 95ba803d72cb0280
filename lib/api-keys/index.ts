/** Keys by which a seller's programs act for it, and the answers they were given. Owns `db/schema/api-keys`. */
export { answerOnce, forgetAnswers } from './answer-once';
export { createApiKey, revokeApiKey } from './change-keys';
export { findApiKey, listApiKeys } from './queries';
export * from './model';
