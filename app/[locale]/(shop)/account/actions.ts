'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { addAddress, makeDefaultAddress, removeAddress, updateAddress, updateProfile } from '@/lib/customers';
import { addAddressInput, addressId, profileInput, updateAddressInput } from '@/lib/customers/input';
import { clientIp, defineAction } from '@/lib/http';
import { endSession } from '@/lib/http/sign-in';
import { localePath } from '@/lib/i18n';
import {
  changePassword,
  disconnectProvider,
  requestPasswordReset,
  revokeAllSessions,
  revokeOtherSessions,
  revokeSession,
} from '@/lib/identity';
import { changePasswordInput } from '@/lib/identity/input';
import { parsePublicId } from '@/lib/kernel/ids';
import { ok, refuse } from '@/lib/kernel/result';

const BOOK = '/account/addresses';

export const saveProfile = defineAction({
  name: 'account.save-profile',
  policy: 'user',
  input: profileInput,
  handler: async ({ db, actor, input }) => {
    await updateProfile(db, actor, input);
    refresh();
    return ok(null);
  },
});

export const addAddressAction = defineAction({
  name: 'account.add-address',
  policy: 'user',
  input: addAddressInput,
  handler: async ({ db, actor, input, locale }) => {
    const added = await addAddress(db, actor.customerId, input);
    if (!added.ok) return added;
    redirect(localePath(locale, BOOK));
  },
});

export const updateAddressAction = defineAction({
  name: 'account.update-address',
  policy: 'user',
  input: updateAddressInput,
  handler: async ({ db, actor, input, locale }) => {
    const updated = await updateAddress(db, actor.customerId, input.addressId, input);
    if (!updated.ok) return updated;
    redirect(localePath(locale, BOOK));
  },
});

export const removeAddressAction = defineAction({
  name: 'account.remove-address',
  policy: 'user',
  input: z.object({ addressId }),
  handler: async ({ db, actor, input, clock }) => {
    const removed = await removeAddress(db, actor.customerId, input.addressId, clock());
    if (removed.ok) refresh();
    return removed;
  },
});

export const makeDefaultAction = defineAction({
  name: 'account.make-default-address',
  policy: 'user',
  input: z.object({ addressId }),
  handler: async ({ db, actor, input }) => {
    const made = await makeDefaultAddress(db, actor.customerId, input.addressId);
    if (made.ok) refresh();
    return made;
  },
});

export const changePasswordAction = defineAction({
  name: 'account.change-password',
  policy: 'user',
  input: changePasswordInput,
  handler: async ({ db, actor, input, headers, clock }) => {
    const changed = await changePassword(db, actor, { ...input, ip: clientIp(headers) }, clock());
    if (changed.ok) refresh();
    return changed;
  },
});

/** For people who only sign in with Google: the link proves that the mailbox is theirs. */
export const requestPasswordAction = defineAction({
  name: 'account.request-password',
  policy: 'user',
  input: z.object({}),
  handler: async ({ db, actor, headers }) =>
    requestPasswordReset(db, { email: actor.email, ip: clientIp(headers) }),
});

export const disconnectGoogleAction = defineAction({
  name: 'account.disconnect-google',
  policy: 'user',
  input: z.object({}),
  handler: async ({ db, actor }) => {
    const disconnected = await disconnectProvider(db, actor.userId, 'google');
    if (disconnected.ok) refresh();
    return disconnected;
  },
});

export const endDeviceAction = defineAction({
  name: 'account.end-device',
  policy: 'user',
  input: z.object({ sessionId: z.string() }),
  handler: async ({ db, actor, input, clock }) => {
    const sessionId = parsePublicId('ses', input.sessionId);
    if (!sessionId || !(await revokeSession(db, actor.userId, sessionId, clock()))) {
      return refuse('not_found');
    }
    refresh();
    return ok(null);
  },
});

export const endOtherDevicesAction = defineAction({
  name: 'account.end-other-devices',
  policy: 'user',
  input: z.object({}),
  handler: async ({ db, actor, clock }) => {
    await revokeOtherSessions(db, actor.userId, actor.sessionId, clock());
    refresh();
    return ok(null);
  },
});

export const endAllDevicesAction = defineAction({
  name: 'account.end-all-devices',
  policy: 'user',
  input: z.object({}),
  handler: async ({ db, actor, clock, locale }) => {
    await revokeAllSessions(db, actor.userId, clock());
    await endSession();
    redirect(localePath(locale, '/sign-in'));
  },
});
