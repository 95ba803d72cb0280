import { returnParcelTold } from '@/lib/fulfilment';
import { sendReturnMails, sendReturnParcelTroubleMails } from '@/lib/notifications';
import { announceOrderChange } from '@/lib/orders';
import { releaseAgain } from '@/lib/payouts';
import { privateStorage } from '@/lib/platform/storage';
import {
  buyReturnLabel,
  followReturnParcel,
  letGoOfReplacement,
  returnMoved,
  runReturnClocks,
} from '@/lib/returns';
import { onEvent, type Schedule, type Work } from '../work';

/** Both sides are told of a return, by mail and on the open page; its label is bought, its parcel followed, and stock kept for it let go. */
export const returnWorks: readonly Work[] = [
  onEvent(returnMoved, 'send-return-mails', (moved, { db }) => sendReturnMails(db, moved)),
  onEvent(returnMoved, 'announce-return', ({ orderId }, { db }) => announceOrderChange(db, orderId)),
  onEvent(returnMoved, 'buy-return-label', async ({ returnId, status }, { db, clock }) => {
    if (status === 'accepted') await buyReturnLabel(db, privateStorage(), returnId, clock());
  }),
  onEvent(returnMoved, 'let-go-of-replacement', ({ returnId }, { db }) => letGoOfReplacement(db, returnId)),
  onEvent(returnParcelTold, 'announce-return-parcel', ({ orderId }, { db }) =>
    announceOrderChange(db, orderId),
  ),
  onEvent(returnParcelTold, 'send-return-parcel-trouble-mails', (told, { db }) =>
    sendReturnParcelTroubleMails(db, told),
  ),
  onEvent(returnParcelTold, 'follow-return-parcel', async (told, { db, clock }) => {
    await followReturnParcel(db, told, clock());
    // What the label costs is taken of what is left, also when that has been released.
    await releaseAgain(db, told.orderId);
  }),
];

export const returnSchedules: readonly Schedule[] = [
  { name: 'run-return-clocks', everySeconds: 300, run: ({ db, clock }) => runReturnClocks(db, clock()) },
];
