import { ACCOUNT_MAIL_JOB, accountMailRequest, sendAccountMail } from '@/lib/identity';
import { job } from '../work';

/** Mail about accounts: confirm the address, choose a new password, a password was changed. */
export const sendAccountMailWork = job(ACCOUNT_MAIL_JOB, accountMailRequest, (request, { db, clock }) =>
  sendAccountMail(db, request, clock()),
);
