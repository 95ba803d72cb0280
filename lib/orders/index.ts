/** Orders, their sellers' parts and what happens to them. Owns `db/schema/orders`. */
export { claimGuestOrders } from './claim-guest-orders';
export { cancelLinesByBuyer, cancelLinesBySeller, type CancelLinesRefusal } from './cancel-lines';
export { cancelOrderByBuyer, cancelUnpaidOrder } from './cancel-order';
export { claimIdempotencyKey, forgetIdempotencyKeys, type IdempotencyClaim } from './claim-idempotency-key';
export { lockOrderStatus, type ActorName } from './change-status';
export { listLineMoney, type SoldLine } from './line-money';
export {
  orderCancelled,
  orderPaid,
  orderPlaced,
  sellerOrderAccepted,
  sellerOrderCancelled,
  sellerOrderDelivered,
  sellerOrderLate,
  sellerOrderLinesCancelled,
  sellerOrderPartlyShipped,
  sellerOrderShipped,
} from './events';
export { acceptSellerOrder, deliverSellerOrder, shipLines, type SellerAct } from './fulfil-seller-order';
export {
  insertOrder,
  type InsertedOrder,
  type NewOrder,
  type NewOrderLine,
  type NewSellerOrder,
} from './insert-order';
export { acceptSellerOrders } from './accept-seller-orders';
export { listOrders, listOrdersByLink, type Page, type PageRequest } from './list-orders';
export { listPartsByNumber, type OpenPart } from './parts-by-number';
export { listPartsToPack } from './parts-to-pack';
export { packLines, unpackSellerOrder, type PackRefusal } from './pack-lines';
export { countSellerQueues, listSellerOrders } from './seller-queues';
export { guestOrderToken } from './guest-link';
export { tellOfLateParts } from './tell-of-late-parts';
export { markOrderPaid } from './mark-order-paid';
export { announceOrderChange, getOrderVersion, watchOrder } from './order-changes';
export { type LineQuantity } from './open-quantities';
export { parseOrderNumber } from './order-number';
export {
  findOrderId,
  findOrderIdByEmail,
  getNumbersOfParts,
  getOrder,
  getOrderHead,
  getOrderNumbers,
  getSellerOrder,
  getTermsOfPart,
  listOrderedOffers,
  type OrderReader,
} from './queries';
export { storePicture } from './stored-picture';
