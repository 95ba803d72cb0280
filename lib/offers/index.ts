/** What sellers ask for what they sell. Owns `db/schema/offers`. */
export { changeChosenOffers } from './change-chosen-offers';
export { changeOwnOffer } from './change-own-offer';
export { createOffers, type NewOffers } from './create-offers';
export { offerChanged, offersChanged } from './events';
export { exportOffers } from './export-offers';
export { goOnWithImport } from './imports/go-on';
export {
  getImport,
  listImportChanges,
  listImportProblems,
  listImports,
  problemSheet,
} from './imports/queries';
export {
  applyImport,
  beginImport,
  IMPORT_JOB,
  mapImport,
  readImport,
  undoImport,
  type OwnImport,
} from './imports/start-import';
export {
  countLowStock,
  getSellerOffer,
  listSellerOffers,
  type SellerOfferFilter,
} from './list-seller-offers';
export { getProductToSell } from './get-product-to-sell';
export { listOfferCurrencies } from './list-offer-currencies';
export { getOfferSnapshots, type OfferSnapshot } from './offer-snapshots';
export { getOwnOffer, listOwnOffers } from './own-offers';
export { listReplacements, type SoldPieces } from './list-replacements';
export { nameOwnOffers } from './name-own-offers';
export { setOfferLowLevel } from './set-offer-low-level';
export { getOfferPricing } from './sales/get-offer-pricing';
export { planSale, stopSale, type NewSale } from './sales/plan-sale';
export { switchSales } from './sales/switch-sales';
export { saveOffers, type OfferToSave, type SavedOffer } from './save-offers';
