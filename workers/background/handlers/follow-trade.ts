import { countActivity, keepActivityPartitions, markSalesStale, sumStaleSales } from '@/lib/insight';
import { orderPaid, sellerOrderCancelled, sellerOrderLate, sellerOrderLinesCancelled } from '@/lib/orders';
import { disputeMoved } from '@/lib/payments';
import type { EventDefinition } from '@/lib/platform/outbox';
import { returnMoved } from '@/lib/returns';
import { onEvent, type Schedule, type Work } from '../work';

/** Everything after which the day an order was placed on adds up to something else. */
const CHANGES: readonly EventDefinition<{ orderId: string }>[] = [
  orderPaid,
  sellerOrderLinesCancelled,
  sellerOrderCancelled,
  sellerOrderLate,
  returnMoved,
  disputeMoved,
];

export const tradeWorks: readonly Work[] = CHANGES.map((event) =>
  onEvent(event, `mark-sales-after-${event.name}`, ({ orderId }, { db }) => markSalesStale(db, orderId)),
);

export const tradeSchedules: readonly Schedule[] = [
  { name: 'count-activity', everySeconds: 60, run: ({ db }) => countActivity(db) },
  { name: 'sum-sales', everySeconds: 60, run: ({ db }) => sumStaleSales(db) },
  {
    name: 'keep-activity-partitions',
    everySeconds: 24 * 3600,
    run: ({ db, clock }) => keepActivityPartitions(db, clock()),
  },
];
