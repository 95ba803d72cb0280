/** What things cost and when they come: pure rules, no I/O. */
export {
  MARKET_COMMISSION_BASIS_POINTS,
  commissionOn,
  standardCommissionRate,
  type Commission,
  type CommissionRate,
} from './commission';
export { payWithCredit } from './pay-with-credit';
export { moneyOfUnits, type LineParts, type UnitMoney } from './line-units';
export { promiseDelivery, workingDaysBetween, type DeliveryPromise } from './delivery-promise';
export {
  deliveryPrice,
  NO_DISCOUNT,
  quoteOrder,
  type Quote,
  type QuoteDelivery,
  type QuoteInput,
  type QuoteInputLine,
  type QuoteLine,
  type QuoteTotals,
  type SellerQuote,
} from './quote-order';
export { taxTermsFor, taxWithin } from './tax';
export type { Destination, TaxClass, TaxMode } from './model';
