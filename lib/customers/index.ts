/** Buyers: their addresses, wishlists, and guests who become customers. Owns `db/schema/customers`. */
export { createGuestCustomer } from './create-guest-customer';
export { getBillingCustomer, rememberProviderCustomer, type BillingCustomer } from './provider-customer';
