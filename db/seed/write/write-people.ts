import { addresses, customers } from '@/db/schema/customers';
import { staffGrants, users } from '@/db/schema/identity';
import { hashPassword } from '@/lib/identity';
import type { Executor } from '@/lib/platform/database';
import { FIRST_NAMES, LAST_NAMES, PLACES } from '../demo-data/people';
import { randomFrom, seedId } from '../random';
import { insertRows } from './insert-rows';

/** Who can sign in to the demo market, all with one password. */
export const DEMO_LOGINS = {
  buyer: { email: 'buyer@souk.example', name: 'Bea Buyer' },
  seller: { email: 'seller@souk.example', name: 'Sam Seller' },
  admin: { email: 'admin@souk.example', name: 'Ada Admin' },
  support: { email: 'support@souk.example', name: 'Sol Support' },
} as const;

export const DEMO_PASSWORD = 'souk-demo';

export type Buyer = {
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
  readonly address: Omit<
    typeof addresses.$inferSelect,
    'id' | 'customerId' | 'isDefault' | 'createdAt' | 'deletedAt'
  >;
};

const BUYERS = 240;

/** The market's customers, the demo buyer first. */
export function makeBuyers(): Buyer[] {
  return [
    makeBuyer(0, DEMO_LOGINS.buyer),
    ...Array.from({ length: BUYERS }, (_, index) => makeBuyer(index + 1)),
  ];
}

/** Writes the demo logins and these customers. */
export async function writePeople(db: Executor, buyers: readonly Buyer[]): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const since = new Date(Date.now() - 200 * 24 * 3600 * 1000);
  const logins = Object.entries(DEMO_LOGINS);
  await insertRows(
    db,
    users,
    logins.map(([key, { email, name }]) => ({
      id: seedId(`user ${key}`),
      email,
      name,
      passwordHash,
      emailVerifiedAt: since,
      createdAt: since,
    })),
  );
  await insertRows(db, staffGrants, [
    { id: seedId('grant admin'), userId: seedId('user admin'), role: 'admin', reason: 'Demo operator' },
    { id: seedId('grant support'), userId: seedId('user support'), role: 'support', reason: 'Demo support' },
  ]);

  await insertRows(db, customers, [
    ...buyers.map(({ customerId, name, email }, index) => ({
      id: customerId,
      userId: index === 0 ? seedId('user buyer') : null,
      email,
      name,
      createdAt: since,
    })),
    ...(['seller', 'admin', 'support'] as const).map((key) => ({
      id: seedId(`customer ${key}`),
      userId: seedId(`user ${key}`),
      ...DEMO_LOGINS[key],
      createdAt: since,
    })),
  ]);
  const [demoBuyer] = buyers;
  if (demoBuyer) {
    await insertRows(db, addresses, [
      {
        id: seedId('address buyer'),
        customerId: demoBuyer.customerId,
        ...demoBuyer.address,
        isDefault: true,
      },
    ]);
  }
}

function makeBuyer(index: number, login?: { readonly email: string; readonly name: string }): Buyer {
  const random = randomFrom(`buyer ${index}`);
  const name = login?.name ?? `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const { street, ...place } = random.pick(PLACES);
  return {
    customerId: seedId(`customer ${index}`),
    name,
    email: login?.email ?? `buyer${index}@people.example`,
    address: {
      recipient: name,
      line1: `${street} ${random.between(1, 120)}`,
      line2: '',
      region: '',
      phone: '',
      ...place,
    },
  };
}
