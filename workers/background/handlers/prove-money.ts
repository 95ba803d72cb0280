import { closeBooks } from '@/lib/ledger';
import { sendMoneyAlert } from '@/lib/notifications';
import { moneyBroken, recordProof } from '@/lib/proof';
import { onEvent, type Schedule, type Work } from '../work';

/** Money and stock are proved to add up, and operators told when they do not. */
export const moneyProofWorks: readonly Work[] = [
  onEvent(moneyBroken, 'send-money-alert', ({ proofId }, { db }) => sendMoneyAlert(db, proofId)),
];

export const moneyProofSchedule: Schedule = {
  name: 'prove-money',
  everySeconds: 900,
  run: async ({ db, clock }) => {
    await recordProof(db, { now: clock() });
  },
};

/** Asked every hour, done once a week. */
export const closeBooksSchedule: Schedule = {
  name: 'close-books',
  everySeconds: 3600,
  run: ({ db, clock }) => closeBooks(db, clock()),
};
