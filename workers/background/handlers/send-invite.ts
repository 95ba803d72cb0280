import { sendInviteMail } from '@/lib/notifications';
import { INVITE_MAIL_JOB, inviteMailRequest } from '@/lib/sellers';
import { job } from '../work';

/** Mails an invitation to work for a shop. */
export const sendInviteWork = job(INVITE_MAIL_JOB, inviteMailRequest, ({ inviteId }, { db, clock }) =>
  sendInviteMail(db, inviteId, clock()),
);
