import { describe, expect, it } from 'vitest';
import {
  nextOrderStatus,
  nextSellerOrderStatus,
  ORDER_TRANSITIONS,
  SELLER_ORDER_TRANSITIONS,
} from './transitions';

const refused = null;

/** Written down apart from the tables under test: state × event -> state, or refused. */
const ORDERS = {
  pending_payment: { pay: 'paid', cancel: 'cancelled' },
  paid: { pay: refused, cancel: 'cancelled' },
  cancelled: { pay: refused, cancel: refused },
} as const;

const NOTHING = {
  pay: refused,
  accept: refused,
  ship_some: refused,
  ship: refused,
  deliver: refused,
  cancel_some: refused,
  cancel: refused,
} as const;

const SELLER_ORDERS = {
  pending_payment: { ...NOTHING, pay: 'to_accept', cancel: 'cancelled' },
  to_accept: { ...NOTHING, accept: 'to_ship', cancel_some: 'to_accept', cancel: 'cancelled' },
  to_ship: {
    ...NOTHING,
    ship_some: 'partly_shipped',
    ship: 'shipped',
    cancel_some: 'to_ship',
    cancel: 'cancelled',
  },
  partly_shipped: {
    ...NOTHING,
    ship_some: 'partly_shipped',
    ship: 'shipped',
    cancel_some: 'partly_shipped',
  },
  shipped: { ...NOTHING, deliver: 'delivered' },
  delivered: NOTHING,
  cancelled: NOTHING,
} as const;

function cells<Status extends string, Event extends string>(
  table: Readonly<Record<Status, Readonly<Record<Event, Status | null>>>>,
): { status: Status; event: Event; next: Status | null }[] {
  const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>) =>
    Object.entries(record) as [K, V][];
  return entriesOf(table).flatMap(([status, row]) =>
    entriesOf(row).map(([event, next]) => ({ status, event, next })),
  );
}

describe('an order', () => {
  it.each(cells<keyof typeof ORDERS, 'pay' | 'cancel'>(ORDERS))(
    '$status, $event: $next',
    ({ status, event, next }) => {
      expect(nextOrderStatus(status, event)).toEqual(
        next
          ? { ok: true, value: next }
          : { ok: false, error: 'illegal_transition', detail: { status, event } },
      );
    },
  );

  it('has no state that is not written down here', () => {
    expect(Object.keys(ORDER_TRANSITIONS)).toEqual(Object.keys(ORDERS));
  });
});

describe("a seller's part of an order", () => {
  it.each(cells<keyof typeof SELLER_ORDERS, keyof typeof NOTHING>(SELLER_ORDERS))(
    '$status, $event: $next',
    ({ status, event, next }) => {
      expect(nextSellerOrderStatus(status, event)).toEqual(
        next
          ? { ok: true, value: next }
          : { ok: false, error: 'illegal_transition', detail: { status, event } },
      );
    },
  );

  it('has no state that is not written down here', () => {
    expect(Object.keys(SELLER_ORDER_TRANSITIONS)).toEqual(Object.keys(SELLER_ORDERS));
  });
});
