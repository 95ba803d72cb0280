import type { Money } from '@/lib/kernel/money';

export type GiftCardStatus = 'open' | 'redeemed' | 'expired' | 'cancelled';

/** A gift card as staff sees it: never its code. */
export type GiftCardView = {
  readonly giftCardId: string;
  readonly status: GiftCardStatus;
  readonly amount: Money;
  readonly recipientEmail: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
};
