/** Goods that come back. Owns `db/schema/returns`. */
export {
  actAsBuyer,
  actAsSeller,
  inspectReturn,
  refundInsteadOfReplacing,
  ruleOnReturn,
  type ReturnRefusal,
  type SellerReturnAct,
} from './act-on-return';
export { returnMoved } from './events';
export { letGoOfReplacement } from './exchange';
export { followReturnParcel } from './follow-return-parcel';
export { getOrderState } from './order-state';
export {
  countOpenReturns,
  getReturn,
  listEscalatedReturns,
  listReturnsOfOrder,
  listReturnsOfSeller,
} from './queries';
export {
  beginPhoto,
  forgetUnfinishedPhotos,
  finishPhoto,
  readPhoto,
  type PhotoOwner,
  type PhotoReader,
} from './photos';
export { requestReturn, type RequestReturnRefusal } from './request-return';
export { buyReturnLabel, readReturnLabel } from './return-label';
export { getReturnable } from './returnable';
export { runReturnClocks } from './run-return-clocks';
export { sendReplacement, type SendReplacementRefusal } from './send-replacement';
