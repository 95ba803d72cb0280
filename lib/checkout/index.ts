/** From basket to order: quote, place, pay. */
export { getCheckout } from './get-checkout';
export { openPayment, type PaymentSession } from './pay-order';
export {
  HOLD_SECONDS,
  placeOrder,
  type PlacedOrder,
  type PlaceOrder,
  type PlaceOrderRefusal,
} from './place-order';
export type { CheckoutRequest } from './prepare-checkout';
