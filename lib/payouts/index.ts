/** What sellers are owed, on its way to them. Owns `db/schema/payouts`. */
export {
  getAccount,
  refreshAccount,
  refreshAccountOfSeller,
  startOnboarding,
  type OnboardingPlaces,
} from './accounts';
export { payoutRequested, reversalRequested } from './events';
export { holdDisputed } from './hold-disputed';
export { endDueHolds, endHold, freezePayouts, isFrozen, listHolds, placeHold, type NewHold } from './holds';
export {
  getComingRelease,
  getPayoutStatement,
  listPayouts,
  listPayoutsOfOrder,
  type PayoutLine,
  type PayoutStatement,
} from './queries';
export { payOutAll, reconcilePayouts } from './reconcile';
export { getReleaseDays, releaseAgain, releaseDue, scheduleRelease } from './release';
export { requestPayout, type PayoutRefusal } from './request-payout';
export { reverseUnearnedTransfers, sendReversal } from './reverse-transfers';
export { refreshBankPayout, refreshPayout, retryBouncedPayouts, sendPayout } from './send-payout';
export { getPlatformReport, platformReportCsv } from './platform-report';
export { statementCsv } from './statement-csv';
export { statementDocument } from './statement-document';
export { endHoldByStaff, placeHoldByStaff, setReleaseDays } from './terms';
