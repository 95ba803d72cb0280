/** Where a product keeps what its seller's files call it. */
const PREFIX = 'seller:';

/** Names a product of a seller's files among all products. */
export function externalIdOf(sellerId: string, key: string): string {
  return `${PREFIX}${sellerId}:${key}`;
}

/** What a seller's files call the product; null for one that came another way. */
export function ownKeyIn(externalId: string | null): string | null {
  if (!externalId?.startsWith(PREFIX)) return null;
  return externalId.slice(externalId.indexOf(':', PREFIX.length) + 1);
}
