import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ScanKind } from '@/lib/platform/carriers';
import type { ShipmentStatus } from './model';

/** What a carrier, or a seller whose carrier is not followed, can say of a parcel. */
export type ShipmentEvent = 'travel' | 'go_out' | 'wait_for_pickup' | 'deliver' | 'lose' | 'return';

type Moves = Partial<Record<ShipmentEvent, ShipmentStatus>>;

const UNDER_WAY = {
  travel: 'in_transit',
  go_out: 'out_for_delivery',
  wait_for_pickup: 'ready_for_pickup',
  deliver: 'delivered',
  return: 'returned_to_sender',
} as const satisfies Moves;

const LOSABLE = { ...UNDER_WAY, lose: 'lost' } as const satisfies Moves;

/** state × event -> state. What is not here is refused. A lost parcel may turn up again. */
export const SHIPMENT_TRANSITIONS: Readonly<Record<ShipmentStatus, Moves>> = {
  announced: LOSABLE,
  in_transit: LOSABLE,
  out_for_delivery: LOSABLE,
  ready_for_pickup: LOSABLE,
  lost: UNDER_WAY,
  delivered: {},
  returned_to_sender: {},
};

const EVENT_OF_SCAN: Readonly<Partial<Record<ScanKind, ShipmentEvent>>> = {
  in_transit: 'travel',
  out_for_delivery: 'go_out',
  ready_for_pickup: 'wait_for_pickup',
  delivered: 'deliver',
  lost: 'lose',
  returned_to_sender: 'return',
};

/** Where a parcel is after these scans, in the order of their own time. What its state does not allow is passed over. */
export function statusAfter(scans: readonly ScanKind[]): ShipmentStatus {
  return scans.reduce<ShipmentStatus>((status, scan) => {
    const event = EVENT_OF_SCAN[scan];
    return (event && SHIPMENT_TRANSITIONS[status][event]) ?? status;
  }, 'announced');
}

export function nextShipmentStatus(
  status: ShipmentStatus,
  event: ShipmentEvent,
): Result<ShipmentStatus, 'illegal_transition'> {
  const next = SHIPMENT_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
