import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/identity';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { countAttempt } from './attempts';
import { withdrawEmailTokens } from './email-tokens';
import { requestAccountMail } from './mail-requests';
import { hashPassword, isCommonPassword } from './password';

export type SignUp = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: string;
  readonly ip: string;
};

/**
 * Opens an account that becomes usable when its address is confirmed by mail. The answer, and the work done
 * for it, is the same whether or not the address is known: its owner learns by mail that they have an account.
 * Whoever signed up first without confirming keeps nothing: the latest sign-up's password counts, and links
 * sent before are worthless, so that nobody can lay in wait in an account opened under another's address.
 */
export async function signUp(
  db: Database,
  input: SignUp,
  now: Date,
): Promise<Result<null, 'too_many_requests' | 'password_too_common'>> {
  const limited = await countAttempt('sign-up', input);
  if (limited) return limited;
  if (isCommonPassword(input.password)) return refuse('password_too_common', { field: 'password' });

  const passwordHash = await hashPassword(input.password);
  await db.transaction(async (tx) => {
    await openAccount(tx, { ...input, passwordHash }, now);
  });
  return ok(null);
}

async function openAccount(
  tx: Transaction,
  { name, email, locale, passwordHash }: SignUp & { passwordHash: string },
  now: Date,
): Promise<void> {
  const [created] = await tx
    .insert(users)
    .values({ name, email, locale, passwordHash })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (created) return requestAccountMail(tx, { kind: 'verify_email', userId: created.id });

  const [present] = await tx.select().from(users).where(eq(users.email, email)).for('update');
  if (!present) throw new Error('An account was deleted while somebody signed up under its address');
  if (present.emailVerifiedAt) {
    return requestAccountMail(tx, { kind: 'already_registered', userId: present.id });
  }
  await tx.update(users).set({ name, passwordHash, locale }).where(eq(users.id, present.id));
  await withdrawEmailTokens(tx, present.id, 'verify_email', now);
  await requestAccountMail(tx, { kind: 'verify_email', userId: present.id });
}
