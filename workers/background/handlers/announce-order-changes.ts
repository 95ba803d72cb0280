import { shipmentMoved, shipmentScanned, shipmentSent } from '@/lib/fulfilment';
import {
  announceOrderChange,
  orderCancelled,
  orderPaid,
  sellerOrderAccepted,
  sellerOrderCancelled,
  sellerOrderDelivered,
  sellerOrderLate,
  sellerOrderLinesCancelled,
  sellerOrderShipped,
} from '@/lib/orders';
import { disputeMoved, refundRequested, refundSucceeded } from '@/lib/payments';
import type { EventDefinition } from '@/lib/platform/outbox';
import { onEvent, type Work } from '../work';

/** Everything after which an open order page shows something else. */
const CHANGES: readonly EventDefinition<{ orderId: string }>[] = [
  orderPaid,
  orderCancelled,
  sellerOrderAccepted,
  sellerOrderShipped,
  sellerOrderDelivered,
  sellerOrderLinesCancelled,
  sellerOrderCancelled,
  sellerOrderLate,
  shipmentSent,
  shipmentMoved,
  shipmentScanned,
  disputeMoved,
  refundRequested,
  refundSucceeded,
];

export const orderChangeWorks: readonly Work[] = CHANGES.map((event) =>
  onEvent(event, `announce-${event.name}`, ({ orderId }, { db }) => announceOrderChange(db, orderId)),
);
