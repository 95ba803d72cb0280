import { eq, type SQL } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';

/**
 * Whose conversation it is to be: part of the WHERE clause of everything that reads or writes one. A buyer is whoever may
 * open the order, or who has asked about a product.
 */
export type Party =
  | { readonly by: 'buyer'; readonly orderId: string }
  | { readonly by: 'buyer'; readonly customerId: string }
  | { readonly by: 'seller'; readonly sellerId: string };

export function ofParty(party: Party): SQL {
  if ('orderId' in party) return eq(conversations.orderId, party.orderId);
  if ('customerId' in party) return eq(conversations.customerId, party.customerId);
  return eq(conversations.sellerId, party.sellerId);
}
