import { addToCart, type CartOwner } from '@/lib/carts';
import { getCheckout, placeOrder, type PlacedOrder, type PlaceOrder } from '@/lib/checkout';
import { newId } from '@/lib/kernel/ids';
import type { Address } from '@/lib/orders/model';
import type { Database } from '@/lib/platform/database';
import type { Person } from './people';

export const ADDRESS: Address = {
  recipient: 'Somebody',
  line1: 'Some Street 1',
  line2: '',
  city: 'Berlin',
  region: '',
  postalCode: '10115',
  country: 'DE',
  phone: '',
};

/** Where tax is added at checkout. */
export const ADDRESS_IN_NEW_YORK: Address = {
  ...ADDRESS,
  city: 'New York',
  region: 'NY',
  postalCode: '10001',
  country: 'US',
};

type Wish = { readonly offerId: string; readonly quantity?: number };

/** What a customer's browser would send to place an order for these things: quoted now, with a key of its own. */
export async function readyToOrder(
  db: Database,
  customer: Person,
  wishes: readonly Wish[],
  address: Address = ADDRESS,
): Promise<PlaceOrder> {
  const owner: CartOwner = { customerId: customer.customerId };
  for (const { offerId, quantity = 1 } of wishes) {
    const added = await addToCart(db, owner, { offerId, quantity });
    if (!added.ok) throw new Error(`The cart refused ${offerId}: ${added.error}`);
  }
  const request = {
    owner,
    customerId: customer.customerId,
    destination: address,
    deliveries: new Map<string, string>(),
    locale: 'en',
    now: new Date(),
  };
  const { fingerprint } = await getCheckout(db, request);
  return { ...request, email: customer.email, address, fingerprint, idempotencyKey: newId() };
}

/** An order that awaits payment. */
export async function placedOrder(
  db: Database,
  customer: Person,
  wishes: readonly Wish[],
  address: Address = ADDRESS,
): Promise<PlacedOrder> {
  const placed = await placeOrder(db, await readyToOrder(db, customer, wishes, address));
  if (!placed.ok) throw new Error(`The order was refused: ${placed.error}`);
  return placed.value;
}
