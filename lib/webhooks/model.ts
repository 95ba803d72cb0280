/** What an endpoint can be told of. */
export const WEBHOOK_EVENTS = [
  'order.placed',
  'order.accepted',
  'order.shipped',
  'order.delivered',
  'order.late',
  'order.lines_cancelled',
  'order.cancelled',
  'parcel.sent',
  'stock.low',
  'stock.changed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export const WEBHOOK_ENDPOINT_STATUSES = ['active', 'paused', 'failed'] as const;
export type WebhookEndpointStatus = (typeof WEBHOOK_ENDPOINT_STATUSES)[number];

export type WebhookEndpointView = {
  /** `whe_…` */
  readonly endpointId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly status: WebhookEndpointStatus;
  /** ISO 8601; null while messages come through. */
  readonly failingSince: string | null;
};

export type WebhookDeliveryView = {
  /** `whd_…`, as the message calls itself. */
  readonly deliveryId: string;
  readonly event: string;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly answeredStatus: number | null;
  readonly problem: string | null;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
};
