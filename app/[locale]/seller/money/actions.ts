'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { DESK, defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { getUser } from '@/lib/identity';
import { CURRENCIES } from '@/lib/kernel/money';
import { refuse } from '@/lib/kernel/result';
import { requestPayout, startOnboarding } from '@/lib/payouts';
import { env } from '@/lib/platform/env';
import { getSeller } from '@/lib/sellers';

/** To the provider's pages, where a seller says who they are and where their money goes. */
export const setUpPayouts = defineAction({
  name: 'seller.set-up-payouts',
  policy: DESK.handleMoney,
  input: z.object({}),
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, actor, locale }) => {
    const { sellerId } = seller;
    const [record, user] = await Promise.all([getSeller(db, sellerId), getUser(db, actor.userId)]);
    if (!record || !user) return refuse('not_found');
    const page = `${env().APP_URL}${localePath(locale, '/seller/money')}`;
    redirect(
      await startOnboarding(
        db,
        { sellerId, name: record.name, email: user.email, country: record.country },
        { returnUrl: `${page}?account=back`, refreshUrl: page },
      ),
    );
  },
});

/** Pays out what is available, without waiting for the regular run. */
export const requestPayoutNow = defineAction({
  name: 'seller.request-payout',
  policy: DESK.handleMoney,
  input: z.object({ currency: z.enum(CURRENCIES) }),
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, clock, input: { currency } }) => {
    const asked = await requestPayout(db, { sellerId: seller.sellerId, currency, now: clock() });
    if (asked.ok) refresh();
    return asked;
  },
});
