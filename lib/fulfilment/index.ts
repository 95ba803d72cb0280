/** Parcels: what leaves a seller, with whom, and where it is. Owns `db/schema/fulfilment`. */
export {
  carrierEventReference,
  PROCESS_CARRIER_EVENT,
  processCarrierEvent,
  storeCarrierEvent,
} from './carrier-webhook';
export { confirmArrivalByBuyer, confirmArrivalByStaff, type ArrivalRefusal } from './confirm-arrival';
export { completeDeliveryOf, deliverParcel } from './deliver-parcel';
export { returnParcelTold, shipmentMoved, shipmentScanned, shipmentSent } from './events';
export { askAboutSilentParcels, followParcel } from './follow-parcels';
export { exportPartsToShip } from './by-file/export-parts-to-ship';
export { checkParcels, shipParcelsByFile } from './by-file/ship-parcels';
export { addressLabel } from './address-label';
export { packingSlip } from './packing-slip';
export { listPartsToScan } from './parts-to-scan';
export { pickList } from './pick-list';
export { getParcel, getParcelsVersion, listParcelsOfOrder, listParcelsOfSellerOrder } from './queries';
export { recordReport } from './record-report';
export { announceReturnParcel, getReturnParcel } from './return-parcel';
export { sendReplacementParcel, shipParcel, type ShipParcelRefusal } from './ship-parcel';
