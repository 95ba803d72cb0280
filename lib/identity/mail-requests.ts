import { z } from 'zod';
import { enqueueJobs } from '@/lib/platform/jobs';
import type { Executor } from '@/lib/platform/database';

/** The job that sends mail about accounts. Its payload never holds a token: the handler makes it. */
export const ACCOUNT_MAIL_JOB = 'send-account-mail';

export const accountMailRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['verify_email', 'already_registered', 'password_changed']), userId: z.uuid() }),
  /** By address, so that asking for a link does the same work whether or not there is an account. */
  z.object({ kind: z.literal('reset_password'), email: z.string() }),
]);

export type AccountMailRequest = z.infer<typeof accountMailRequest>;

export async function requestAccountMail(db: Executor, request: AccountMailRequest): Promise<void> {
  await enqueueJobs(db, [{ name: ACCOUNT_MAIL_JOB, payload: request }]);
}
