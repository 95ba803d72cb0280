import { eq } from 'drizzle-orm';
import { sellerAccounts } from '@/db/schema/payouts';
import type { Database, Executor } from '@/lib/platform/database';
import { createAccount, createOnboardingLink, retrieveAccount, type ProviderAccount } from './gateway';
import type { AccountView } from './model';

export type SellerAccount = typeof sellerAccounts.$inferSelect;

/** Where a seller who is asked by the provider comes back to. */
export type OnboardingPlaces = { readonly returnUrl: string; readonly refreshUrl: string };

/**
 * The address at which the provider asks a seller who they are and where their money goes. The account there is
 * opened with the first visit, once, however often the button is pressed.
 */
export async function startOnboarding(
  db: Database,
  seller: {
    readonly sellerId: string;
    readonly name: string;
    readonly email: string;
    readonly country: string;
  },
  { returnUrl, refreshUrl }: OnboardingPlaces,
): Promise<string> {
  const known = await findAccount(db, seller.sellerId);
  const providerAccountId = known?.providerAccountId ?? (await openAccount(db, seller));
  return createOnboardingLink(providerAccountId, returnUrl, refreshUrl);
}

async function openAccount(db: Database, seller: Parameters<typeof createAccount>[0]): Promise<string> {
  const account = await createAccount(seller);
  await db
    .insert(sellerAccounts)
    .values({ sellerId: seller.sellerId, ...columnsOf(account) })
    .onConflictDoNothing();
  return account.providerAccountId;
}

/** Brings what we know of a seller's account to what the provider says now. */
export async function refreshAccountOfSeller(db: Database, sellerId: string): Promise<void> {
  const known = await findAccount(db, sellerId);
  if (known) await keep(db, await retrieveAccount(known.providerAccountId));
}

/** The same for an account the provider told of; one that is not ours is left alone. */
export async function refreshAccount(db: Database, providerAccountId: string): Promise<void> {
  const [known] = await db
    .select()
    .from(sellerAccounts)
    .where(eq(sellerAccounts.providerAccountId, providerAccountId));
  if (known) await keep(db, await retrieveAccount(providerAccountId));
}

export async function findAccount(db: Executor, sellerId: string): Promise<SellerAccount | null> {
  const [row] = await db.select().from(sellerAccounts).where(eq(sellerAccounts.sellerId, sellerId));
  return row ?? null;
}

/** How a seller stands with the provider, for the seller. */
export async function getAccount(db: Executor, sellerId: string): Promise<AccountView> {
  const account = await findAccount(db, sellerId);
  if (!account) return { state: 'none', missing: [] };
  return { state: account.payoutsEnabled ? 'ready' : 'incomplete', missing: account.missing };
}

async function keep(db: Executor, account: ProviderAccount): Promise<void> {
  await db
    .update(sellerAccounts)
    .set(columnsOf(account))
    .where(eq(sellerAccounts.providerAccountId, account.providerAccountId));
}

function columnsOf({ missing, ...account }: ProviderAccount) {
  return { ...account, missing: [...missing] };
}
