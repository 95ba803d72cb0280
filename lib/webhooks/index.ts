/** Telling sellers' programs what happens: signed, again when it fails, logged. Owns `db/schema/webhooks`. */
export {
  announce,
  DELIVER_WEBHOOK_JOB,
  forgetDeliveries,
  webhookDelivery,
  type Announcement,
} from './announce';
export {
  addEndpoint,
  changeEndpoint,
  removeEndpoint,
  resendDelivery,
  rotateSecret,
} from './change-endpoints';
export { deliverWebhook, RETRY_SECONDS } from './deliver';
export { webhookEndpointFailed } from './events';
export { getEndpoint, listDeliveries, listEndpoints } from './queries';
export { WEBHOOK_SIGNATURE_HEADER } from './signature';
export * from './model';
