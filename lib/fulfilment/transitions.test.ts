import { describe, expect, it } from 'vitest';
import type { ShipmentStatus } from './model';
import { nextShipmentStatus, SHIPMENT_TRANSITIONS, type ShipmentEvent } from './transitions';

const refused = null;

const ON_ITS_WAY = {
  travel: 'in_transit',
  go_out: 'out_for_delivery',
  wait_for_pickup: 'ready_for_pickup',
  deliver: 'delivered',
  lose: 'lost',
  return: 'returned_to_sender',
} as const;

const ENDED = {
  travel: refused,
  go_out: refused,
  wait_for_pickup: refused,
  deliver: refused,
  lose: refused,
  return: refused,
} as const;

/** Written down apart from the table under test: state × event -> state, or refused. */
const PARCELS: Readonly<Record<ShipmentStatus, Readonly<Record<ShipmentEvent, ShipmentStatus | null>>>> = {
  announced: ON_ITS_WAY,
  in_transit: ON_ITS_WAY,
  out_for_delivery: ON_ITS_WAY,
  ready_for_pickup: ON_ITS_WAY,
  lost: { ...ON_ITS_WAY, lose: refused },
  delivered: ENDED,
  returned_to_sender: ENDED,
};

const cells = (Object.keys(PARCELS) as ShipmentStatus[]).flatMap((status) =>
  (Object.keys(PARCELS[status]) as ShipmentEvent[]).map((event) => ({
    status,
    event,
    next: PARCELS[status][event],
  })),
);

describe('a parcel', () => {
  it.each(cells)('$status, $event: $next', ({ status, event, next }) => {
    expect(nextShipmentStatus(status, event)).toEqual(
      next
        ? { ok: true, value: next }
        : { ok: false, error: 'illegal_transition', detail: { status, event } },
    );
  });

  it('has no state that is not written down here', () => {
    expect(Object.keys(SHIPMENT_TRANSITIONS).toSorted()).toEqual(Object.keys(PARCELS).toSorted());
  });
});
