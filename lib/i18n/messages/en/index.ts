import account from './account.json';
import admin from './admin.json';
import attributes from './attributes.json';
import auth from './auth.json';
import cart from './cart.json';
import catalog from './catalog.json';
import checkout from './checkout.json';
import errors from './errors.json';
import fault from './fault.json';
import mail from './mail.json';
import orders from './orders.json';
import legal from './legal.json';
import product from './product.json';
import pwa from './pwa.json';
import search from './search.json';
import seller from './seller.json';
import shop from './shop.json';
import storefront from './storefront.json';

/** Every area of words, in the language the others are translated from. */
export default {
  account,
  admin,
  attributes,
  auth,
  cart,
  catalog,
  checkout,
  errors,
  fault,
  legal,
  mail,
  orders,
  product,
  pwa,
  search,
  seller,
  shop,
  storefront,
};
