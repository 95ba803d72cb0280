import { emailVerified } from '@/lib/identity';
import { claimGuestOrders } from '@/lib/orders';
import { onEvent } from '../work';

/** Whoever confirms an address finds the orders placed under it as a guest. */
export const claimGuestOrdersWork = onEvent(emailVerified, 'claim-guest-orders', (person, { db }) =>
  claimGuestOrders(db, person),
);
