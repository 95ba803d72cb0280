import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { GiftCardStatus } from './model';

export type GiftCardEvent = 'redeem' | 'expire' | 'cancel';

/** state × event -> state. A card is worth something once: whatever it became, it stays. */
export const GIFT_CARD_TRANSITIONS: Readonly<
  Record<GiftCardStatus, Partial<Record<GiftCardEvent, GiftCardStatus>>>
> = {
  open: { redeem: 'redeemed', expire: 'expired', cancel: 'cancelled' },
  redeemed: {},
  expired: {},
  cancelled: {},
};

export function nextGiftCardStatus(
  status: GiftCardStatus,
  event: GiftCardEvent,
): Result<GiftCardStatus, 'illegal_transition'> {
  const next = GIFT_CARD_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
