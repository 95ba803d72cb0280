import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { PromotionStatus } from './model';

export type PromotionEvent = 'pause' | 'resume' | 'end';

/** state × event -> state. What has ended stays so: orders that used it say by which terms. */
export const PROMOTION_TRANSITIONS: Readonly<
  Record<PromotionStatus, Partial<Record<PromotionEvent, PromotionStatus>>>
> = {
  active: { pause: 'paused', end: 'ended' },
  paused: { resume: 'active', end: 'ended' },
  ended: {},
};

export function nextPromotionStatus(
  status: PromotionStatus,
  event: PromotionEvent,
): Result<PromotionStatus, 'illegal_transition'> {
  const next = PROMOTION_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
