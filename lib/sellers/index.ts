/** Sellers, their members and how they deliver. Owns `db/schema/sellers`. */
export { applyToSell, type Application } from './apply-to-sell';
export { decideSeller } from './decide-seller';
export { listDeliveryOptions, type DeliveryOption } from './delivery-options';
export { sellerApplied, sellerStatusChanged } from './events';
export {
  findSellers,
  getMembership,
  getSeller,
  listMembers,
  listSellersByStatus,
  listSellersOfUser,
} from './list-sellers';
export { nextSellerStatus, possibleSellerEvents, type SellerEvent } from './transitions';
export { saveSellers, type SellerToSave } from './save-sellers';
