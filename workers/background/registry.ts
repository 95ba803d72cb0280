import { forgetFinishedWork } from '@/lib/platform/jobs';
import { orderChangeWorks } from './handlers/announce-order-changes';
import { conversationWorks } from './handlers/carry-messages';
import { claimGuestOrdersWork } from './handlers/claim-guest-orders';
import { countSearchWordsSchedule } from './handlers/count-search-words';
import { parcelSchedules, parcelWorks } from './handlers/follow-parcels';
import { tradeSchedules, tradeWorks } from './handlers/follow-trade';
import { returnSchedules, returnWorks } from './handlers/follow-returns';
import { forgettingSchedules } from './handlers/forget-carts-and-keys';
import { importOffersWork } from './handlers/import-offers';
import { invoiceSchedules, invoiceWorks } from './handlers/issue-invoices';
import { promiseSchedules, promiseWorks } from './handlers/learn-promises';
import { giftCardSchedule, sendGiftCardWork } from './handlers/keep-gift-cards';
import { makePicturesWork } from './handlers/make-pictures';
import { processStripeEventWork } from './handlers/process-stripe-event';
import { payoutSchedules, payoutWorks } from './handlers/pay-sellers';
import { closeBooksSchedule, moneyProofSchedule, moneyProofWorks } from './handlers/prove-money';
import { sendAccountMailWork } from './handlers/send-account-mail';
import { deliveryLogSchedule, tellProgramsWorks } from './handlers/tell-programs';
import { sendInviteWork } from './handlers/send-invite';
import { pageSchedules, pageWorks } from './handlers/keep-pages-current';
import { orderMailWorks } from './handlers/send-order-mail';
import { paymentSchedules, paymentWorks } from './handlers/settle-payments';
import { switchSalesSchedule } from './handlers/switch-sales';
import { lowStockWork } from './handlers/tell-of-low-stock';
import type { Schedule, Work } from './work';

/** Everything the worker does. One handler a file in `handlers/`. */
export const works: readonly Work[] = [
  sendAccountMailWork,
  sendInviteWork,
  ...tellProgramsWorks,
  sendGiftCardWork,
  claimGuestOrdersWork,
  processStripeEventWork,
  ...paymentWorks,
  ...payoutWorks,
  ...moneyProofWorks,
  ...orderMailWorks,
  ...returnWorks,
  ...invoiceWorks,
  ...orderChangeWorks,
  ...conversationWorks,
  ...parcelWorks,
  ...promiseWorks,
  ...tradeWorks,
  ...pageWorks,
  importOffersWork,
  makePicturesWork,
  lowStockWork,
];

export const schedules: readonly Schedule[] = [
  { name: 'forget-finished-work', everySeconds: 3600, run: ({ db }) => forgetFinishedWork(db, 7) },
  ...paymentSchedules,
  ...returnSchedules,
  ...parcelSchedules,
  ...payoutSchedules,
  ...invoiceSchedules,
  moneyProofSchedule,
  closeBooksSchedule,
  ...promiseSchedules,
  ...tradeSchedules,
  ...pageSchedules,
  ...forgettingSchedules,
  countSearchWordsSchedule,
  giftCardSchedule,
  deliveryLogSchedule,
  switchSalesSchedule,
];
