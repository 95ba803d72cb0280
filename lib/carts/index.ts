/** Baskets of customers and guests. Owns `db/schema/carts`. */
export { ownedBy, type CartOwner } from './cart-owner';
export { listCartCurrencies, setCartCurrency } from './cart-currency';
export {
  acknowledgePrices,
  addToCart,
  changeQuantity,
  removeLine,
  setPromotionCode,
  setSavedForLater,
} from './change-cart';
export { forgetGuestCarts, takeOrderedLines } from './empty-cart';
export { mergeGuestCart } from './merge-guest-cart';
export { getCart, getCartContents, getCartCount, viewCart, type CartContents } from './queries';
