import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { SaleStatus } from '../model';

/** `stop`: its seller has thought better of it. `drop`: there is no higher price to come from any more. */
export type SaleEvent = 'start' | 'drop' | 'end' | 'stop';

/** state × event -> state. What is not here is refused. */
export const SALE_TRANSITIONS: Readonly<Record<SaleStatus, Partial<Record<SaleEvent, SaleStatus>>>> = {
  planned: { start: 'running', drop: 'cancelled', stop: 'cancelled' },
  running: { end: 'ended', stop: 'ended' },
  ended: {},
  cancelled: {},
};

export function nextSaleStatus(
  status: SaleStatus,
  event: SaleEvent,
): Result<SaleStatus, 'illegal_transition'> {
  const next = SALE_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
