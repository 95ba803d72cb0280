import { and, eq, type SQL } from 'drizzle-orm';
import { products } from '@/db/schema/catalog';
import { conversations } from '@/db/schema/conversations';
import { customers } from '@/db/schema/customers';
import { sellers } from '@/db/schema/sellers';
import type { Executor } from '@/lib/platform/database';
import { ofParty, type Party } from './party';

/** What was asked about before buying, with who stands on either side; null when it is another's, or about an order. */
export function findQuestion(db: Executor, conversationId: string, party: Party) {
  return select(db, and(eq(conversations.id, conversationId), ofParty(party)));
}

/** The one that this customer has begun about a product of a seller; null before. */
export function findOwnQuestion(
  db: Executor,
  { customerId, sellerId, productId }: Readonly<Record<'customerId' | 'sellerId' | 'productId', string>>,
) {
  return select(
    db,
    and(
      eq(conversations.customerId, customerId),
      eq(conversations.sellerId, sellerId),
      eq(conversations.productId, productId),
    ),
  );
}

async function select(db: Executor, which: SQL | undefined) {
  const [question] = await db
    .select({
      conversationId: conversations.id,
      title: conversations.productTitle,
      slug: products.slug,
      buyerName: customers.name,
      sellerName: sellers.name,
    })
    .from(conversations)
    .innerJoin(products, eq(products.id, conversations.productId))
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .innerJoin(sellers, eq(sellers.id, conversations.sellerId))
    .where(which);
  return question ?? null;
}
