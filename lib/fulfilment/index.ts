/** Parcels: what leaves a seller, with whom, and where it is. Owns `db/schema/fulfilment`. */
export { completeDeliveryOf, deliverParcel } from './deliver-parcel';
export { shipmentMoved, shipmentSent } from './events';
export { getOrderState, getParcel, listParcelsOfOrder, listParcelsOfSellerOrder } from './queries';
export { shipParcel, type ShipParcelRefusal } from './ship-parcel';
