/** Buyers: guests and people with accounts, their addresses and wishes. Owns `db/schema/customers`. */
export {
  addAddress,
  getAddress,
  listAddresses,
  makeDefaultAddress,
  removeAddress,
  updateAddress,
} from './addresses';
export { createGuestCustomer } from './create-guest-customer';
export { updateProfile } from './profile';
export { getBillingCustomer, rememberProviderCustomer, type BillingCustomer } from './provider-customer';
export {
  ensureCustomer,
  getContact,
  getCustomerIdOfUser,
  listGuestCustomerIds,
  listSamePerson,
} from './user-customers';
export { addWishes, listWishes, mergeWishes, removeWish } from './wishlist';
