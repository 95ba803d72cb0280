import { forgetFinishedWork } from '@/lib/platform/jobs';
import { sendAccountMailWork } from './handlers/send-account-mail';
import type { Schedule, Work } from './work';

/** Everything the worker does. One handler a file in `handlers/`. */
export const works: readonly Work[] = [sendAccountMailWork];

export const schedules: readonly Schedule[] = [
  { name: 'forget-finished-work', everySeconds: 3600, run: ({ db }) => forgetFinishedWork(db, 7) },
];
