import type { SellerRole } from '@/lib/identity/model';
import type { SellerPolicy } from './policy';

/**
 * What there is to do at a seller's desk, and the roles that may: the one place that says so. Pages, actions and
 * routes declare one of these, and the desk shows a person only the places and buttons their role opens.
 */
export const DESK = {
  /** The desk itself; every member. */
  enter: { seller: ['owner', 'catalogue', 'orders', 'finance', 'read_only'] },
  /** Orders, returns and their papers. A statement leads to the order it is about, so finance sees them too. */
  seeOrders: { seller: ['owner', 'orders', 'finance', 'read_only'] },
  handleOrders: { seller: ['owner', 'orders'] },
  /** Offers, their stock and prices. */
  seeOffers: { seller: ['owner', 'catalogue', 'read_only'] },
  /** And the products and pictures they show. */
  changeOffers: { seller: ['owner', 'catalogue'] },
  /** Where the shop sends, at what price and how fast. */
  changeShipping: { seller: ['owner', 'catalogue'] },
  /** What the shop says of itself to buyers. */
  changeStorefront: { seller: ['owner', 'catalogue'] },
  /** Balances, payouts, statements, taxes, commission. */
  handleMoney: { seller: ['owner', 'finance'] },
  /** What is looked at and sold, added up. */
  seeInsight: { seller: ['owner', 'catalogue', 'finance', 'read_only'] },
  /** Who works here, and which programs. */
  runShop: { seller: ['owner'] },
} as const satisfies Record<string, SellerPolicy>;

/** Whether a role opens what the policy guards; for what a page offers, never instead of the guard. */
export function mayAtDesk(role: SellerRole, policy: SellerPolicy): boolean {
  return policy.seller.includes(role);
}
