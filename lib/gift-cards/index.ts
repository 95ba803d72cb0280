/** What becomes store credit once, with a code. Owns `db/schema/gift-cards`; what they are worth is the ledger's. */
export { cancelGiftCard, expireGiftCards, redeemGiftCard } from './close-gift-card';
export { GIFT_CARD_MAIL_JOB, giftCardMailRequest, sendGiftCard } from './gift-card-mail';
export { issueGiftCard, type NewGiftCard } from './issue-gift-card';
export { listGiftCards } from './list-gift-cards';
