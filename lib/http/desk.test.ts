import { describe, expect, test } from 'vitest';
import { SELLER_ROLES } from '@/lib/identity/model';
import { DESK, mayAtDesk } from './desk';

/** Written down apart from `DESK`: what each role may do at a desk, and nothing else. */
const MATRIX = {
  owner: [
    'enter',
    'seeOrders',
    'handleOrders',
    'seeOffers',
    'changeOffers',
    'changeShipping',
    'changeStorefront',
    'handleMoney',
    'seeInsight',
    'runShop',
  ],
  catalogue: ['enter', 'seeOffers', 'changeOffers', 'changeShipping', 'changeStorefront', 'seeInsight'],
  orders: ['enter', 'seeOrders', 'handleOrders'],
  finance: ['enter', 'seeOrders', 'handleMoney', 'seeInsight'],
  read_only: ['enter', 'seeOrders', 'seeOffers', 'seeInsight'],
} as const;

describe.each(SELLER_ROLES)('%s', (role) => {
  const allowed: readonly string[] = MATRIX[role];
  test.each(Object.entries(DESK))('%s', (right, policy) => {
    expect(mayAtDesk(role, policy)).toBe(allowed.includes(right));
  });
});
