'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { clientIp, defineAction, safeReturnPath } from '@/lib/http';
import { endSession, signInByForm, signInByGoogle } from '@/lib/http/sign-in';
import { localePath } from '@/lib/i18n';
import { requestPasswordReset, signUp } from '@/lib/identity';
import {
  emailAddress,
  emailTokenInput,
  resetPasswordInput,
  signInInput,
  signUpInput,
} from '@/lib/identity/input';
import { ok } from '@/lib/kernel/result';

const returnTo = z.string().optional();

export const signInAction = defineAction({
  name: 'auth.sign-in',
  policy: 'public',
  input: signInInput.extend({ returnTo }),
  handler: async ({ input: { email, password, ...input }, locale }) => {
    const entered = await signInByForm('password', { email, password });
    if (!entered.ok) return entered;
    redirect(localePath(locale, safeReturnPath(input.returnTo, '/account')));
  },
});

export const continueWithGoogle = defineAction({
  name: 'auth.google',
  policy: 'public',
  input: z.object({ returnTo }),
  handler: async ({ input, locale }) =>
    signInByGoogle(localePath(locale, safeReturnPath(input.returnTo, '/account'))),
});

export const signUpAction = defineAction({
  name: 'auth.sign-up',
  policy: 'public',
  input: signUpInput,
  handler: async ({ input, db, clock, locale, headers }) => {
    const asked = await signUp(db, { ...input, locale, ip: clientIp(headers) }, clock());
    return asked.ok ? ok({ email: input.email }) : asked;
  },
});

export const verifyEmailAction = defineAction({
  name: 'auth.verify-email',
  policy: 'public',
  input: emailTokenInput,
  handler: async ({ input: { token }, locale }) => {
    const entered = await signInByForm('verify-email', { token });
    if (!entered.ok) return entered;
    redirect(localePath(locale, '/account'));
  },
});

export const requestResetAction = defineAction({
  name: 'auth.request-reset',
  policy: 'public',
  input: z.object({ email: emailAddress }),
  handler: async ({ input: { email }, db, headers }) => {
    const asked = await requestPasswordReset(db, { email, ip: clientIp(headers) });
    return asked.ok ? ok({ email }) : asked;
  },
});

export const resetPasswordAction = defineAction({
  name: 'auth.reset-password',
  policy: 'public',
  input: resetPasswordInput,
  handler: async ({ input: { token, password }, locale }) => {
    const entered = await signInByForm('reset-password', { token, password });
    if (!entered.ok) return entered;
    redirect(localePath(locale, '/account'));
  },
});

export const signOutAction = defineAction({
  name: 'auth.sign-out',
  policy: 'public',
  input: z.object({}),
  handler: async ({ locale }) => {
    await endSession();
    redirect(localePath(locale, '/'));
  },
});
