import { sendReturnMails } from '@/lib/notifications';
import { announceOrderChange } from '@/lib/orders';
import { returnMoved, runReturnClocks } from '@/lib/returns';
import { onEvent, type Schedule, type Work } from '../work';

/** Both sides are told of a return, by mail and on the open page. */
export const returnWorks: readonly Work[] = [
  onEvent(returnMoved, 'send-return-mails', (moved, { db }) => sendReturnMails(db, moved)),
  onEvent(returnMoved, 'announce-return', ({ orderId }, { db }) => announceOrderChange(db, orderId)),
];

export const returnSchedules: readonly Schedule[] = [
  { name: 'run-return-clocks', everySeconds: 300, run: ({ db, clock }) => runReturnClocks(db, clock()) },
];
