'use server';

import { redirect } from 'next/navigation';
import { chooseShop, defineAction } from '@/lib/http';
import { endSession, signInByForm } from '@/lib/http/sign-in';
import { localePath } from '@/lib/i18n';
import { emailTokenInput, newPassword, personName } from '@/lib/identity/input';
import { acceptInvite, acceptInviteAsNewcomer } from '@/lib/sellers';

const GUESSES = { limit: 20, windowSeconds: 3600, by: 'ip', failClosed: true } as const;

/** Somebody who is signed in begins to work for the shop that invited them. */
export const acceptInviteAction = defineAction({
  name: 'team.accept-invite',
  policy: 'user',
  input: emailTokenInput,
  rateLimit: GUESSES,
  handler: async ({ db, actor, clock, locale, input: { token } }) => {
    const joined = await acceptInvite(db, { actor, token, now: clock() });
    if (!joined.ok) return joined;
    await chooseShop(joined.value.sellerId);
    redirect(localePath(locale, '/seller'));
  },
});

/** Somebody without an account opens one for the invited address, is signed in and begins to work for the shop. */
export const acceptAsNewcomer = defineAction({
  name: 'team.accept-as-newcomer',
  policy: 'public',
  input: emailTokenInput.extend({ name: personName, password: newPassword }),
  rateLimit: GUESSES,
  handler: async ({ db, clock, locale, input }) => {
    const joined = await acceptInviteAsNewcomer(db, { ...input, locale, now: clock() });
    if (!joined.ok) return joined;
    const { sellerId, email } = joined.value;
    const entered = await signInByForm('password', { email, password: input.password });
    if (!entered.ok) return entered;
    await chooseShop(sellerId);
    redirect(localePath(locale, '/seller'));
  },
});

/** Makes room for the account the invitation is for. */
export const signOutToJoin = defineAction({
  name: 'team.sign-out-to-join',
  policy: 'user',
  input: emailTokenInput,
  handler: async ({ locale, input: { token } }) => {
    await endSession();
    redirect(localePath(locale, `/join?token=${encodeURIComponent(token)}`));
  },
});
