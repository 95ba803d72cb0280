/** Sellers, their members and how they deliver. Owns `db/schema/sellers`. */
export { listDeliveryOptions, type DeliveryOption } from './delivery-options';
