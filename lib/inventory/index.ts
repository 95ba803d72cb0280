/** Stock and the holds on it. Owns `db/schema/inventory`. */
export { stockBucketChanged, stockRanLow } from './events';
export { listStockMovements } from './list-stock-movements';
export { setLowLevel } from './set-low-level';
export { reserveStock, type ReservationRequest } from './reserve-stock';
export {
  allocateStock,
  extendHold,
  listExpiredHolds,
  releaseQuantities,
  releaseStock,
  shipStock,
} from './settle-reservations';
export { holdReplacement, releaseReplacement, shipReplacement } from './replacements';
export { restockReturned } from './restock-returned';
export { setStockOnHand } from './set-stock';
export { countStock, type StockCount } from './count-stock';
export { importStock } from './import-stock';
