import { ok, type Result } from '@/lib/kernel/result';
import { signIn, signOut, SignInRefused, type FormSignIn } from './auth';
import type { ErrorCode } from './errors';

/** Signs this browser in and sets its cookie, or says why not. For server actions. */
export async function signInByForm(
  method: FormSignIn,
  fields: Readonly<Record<string, string>>,
): Promise<Result<null, ErrorCode>> {
  try {
    await signIn(method, { ...fields, redirect: false });
    return ok(null);
  } catch (error) {
    if (error instanceof SignInRefused) return error.refusal;
    throw error;
  }
}

/** Sends the browser to Google; it comes back to `returnPath`. Never returns. */
export async function signInByGoogle(returnPath: string): Promise<never> {
  await signIn('google', { redirectTo: returnPath });
  throw new Error('Auth.js did not redirect to Google');
}

/** Ends this browser's session. */
export async function endSession(): Promise<void> {
  await signOut({ redirect: false });
}
