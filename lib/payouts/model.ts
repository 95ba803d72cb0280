import type { Money } from '@/lib/kernel/money';

export type PayoutStatus = 'requested' | 'transferred' | 'paid' | 'bounced' | 'failed';

export type HoldRule = 'operator' | 'difference' | 'dispute' | 'return';

/** What the market agrees with whoever it agreed nothing else with. */
export const MARKET_RELEASE_DAYS = 7;

export const LONGEST_RELEASE_DAYS = 90;

/** How a seller stands with the provider. */
export type AccountView = {
  readonly state: 'none' | 'incomplete' | 'ready';
  /** What the provider still asks for, in its words. */
  readonly missing: readonly string[];
};

export type HoldView = {
  readonly holdId: string;
  /** Null: nothing is paid out while it lasts. */
  readonly amount: Money | null;
  readonly rule: HoldRule;
  readonly reason: string;
  readonly placedAt: string;
  readonly releaseAt: string | null;
};

export type PayoutView = {
  readonly payoutId: string;
  readonly status: PayoutStatus;
  readonly amount: Money;
  readonly reversed: Money;
  readonly failureCode: string | null;
  readonly requestedAt: string;
  readonly paidAt: string | null;
};

/** The next money that becomes available, per currency and day. */
export type ComingRelease = { readonly releaseAt: string; readonly orders: number };
