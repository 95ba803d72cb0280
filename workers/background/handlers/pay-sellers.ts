import { sellerOrderDelivered } from '@/lib/orders';
import { disputeMoved, providerObjectChanged, refundSucceeded } from '@/lib/payments';
import {
  endDueHolds,
  holdDisputed,
  payOutAll,
  payoutRequested,
  reconcilePayouts,
  refreshAccount,
  refreshBankPayout,
  releaseAgain,
  releaseDue,
  reversalRequested,
  reverseUnearnedTransfers,
  scheduleRelease,
  sendPayout,
  sendReversal,
} from '@/lib/payouts';
import { onEvent, type Schedule, type Work } from '../work';

/** From delivery to the seller's bank. */
export const payoutWorks: readonly Work[] = [
  onEvent(sellerOrderDelivered, 'schedule-release', ({ sellerOrderId }, { db }) =>
    scheduleRelease(db, sellerOrderId),
  ),
  onEvent(refundSucceeded, 'release-again', ({ orderId }, { db }) => releaseAgain(db, orderId)),
  onEvent(disputeMoved, 'hold-disputed', ({ disputeId }, { db, clock }) =>
    holdDisputed(db, disputeId, clock()),
  ),
  onEvent(payoutRequested, 'send-payout', ({ payoutId }, { db }) => sendPayout(db, payoutId)),
  onEvent(reversalRequested, 'send-reversal', ({ reversalId }, { db }) => sendReversal(db, reversalId)),
  onEvent(providerObjectChanged, 'look-at-seller-account', async ({ object, id }, { db }) => {
    if (object === 'account') await refreshAccount(db, id);
    if (object === 'payout') await refreshBankPayout(db, id);
  }),
];

const DAY_SECONDS = 86_400;

export const payoutSchedules: readonly Schedule[] = [
  { name: 'release-due', everySeconds: 60, run: ({ db, clock }) => releaseDue(db, clock()) },
  { name: 'end-due-holds', everySeconds: 60, run: ({ db, clock }) => endDueHolds(db, clock()) },
  { name: 'reconcile-payouts', everySeconds: 120, run: ({ db }) => reconcilePayouts(db) },
  { name: 'pay-out-all', everySeconds: DAY_SECONDS, run: ({ db, clock }) => payOutAll(db, clock()) },
  {
    name: 'reverse-unearned-transfers',
    everySeconds: DAY_SECONDS,
    run: ({ db, clock }) => reverseUnearnedTransfers(db, clock()),
  },
];
