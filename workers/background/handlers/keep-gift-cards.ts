import { expireGiftCards, GIFT_CARD_MAIL_JOB, giftCardMailRequest, sendGiftCard } from '@/lib/gift-cards';
import { job, type Schedule } from '../work';

/** Mails gift cards to who gets them. */
export const sendGiftCardWork = job(GIFT_CARD_MAIL_JOB, giftCardMailRequest, (request, { db }) =>
  sendGiftCard(db, request),
);

export const giftCardSchedule: Schedule = {
  name: 'expire-gift-cards',
  everySeconds: 3600,
  run: ({ db, clock }) => expireGiftCards(db, clock()),
};
