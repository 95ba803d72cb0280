/** What sellers ask for what they sell. Owns `db/schema/offers`. */
export { getOfferSnapshots, type OfferSnapshot } from './offer-snapshots';
