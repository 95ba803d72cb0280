/** What a key may be used for. */
export const API_SCOPES = ['orders:read', 'orders:write', 'offers:read', 'offers:write'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A program that asks by a key, for the seller whose key it is. */
export type ApiCaller = {
  readonly keyId: string;
  readonly name: string;
  readonly sellerId: string;
  /** Who made the key: what it does is done in their name. */
  readonly userId: string;
  readonly scopes: readonly ApiScope[];
};

/** A key as its shop sees it once it has been shown. */
export type ApiKeyView = {
  /** `key_…` */
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** The last characters of the key. */
  readonly ending: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** To the minute; null when it was never used. */
  readonly lastUsedAt: string | null;
};
