import account from './account.json' with { type: 'json' };
import admin from './admin.json' with { type: 'json' };
import attributes from './attributes.json' with { type: 'json' };
import auth from './auth.json' with { type: 'json' };
import bulk from './bulk.json' with { type: 'json' };
import cart from './cart.json' with { type: 'json' };
import catalog from './catalog.json' with { type: 'json' };
import checkout from './checkout.json' with { type: 'json' };
import conversations from './conversations.json' with { type: 'json' };
import developers from './developers.json' with { type: 'json' };
import disputes from './disputes.json' with { type: 'json' };
import errors from './errors.json' with { type: 'json' };
import fault from './fault.json' with { type: 'json' };
import invoices from './invoices.json' with { type: 'json' };
import mail from './mail.json' with { type: 'json' };
import offer from './offer.json' with { type: 'json' };
import orders from './orders.json' with { type: 'json' };
import insight from './insight.json' with { type: 'json' };
import legal from './legal.json' with { type: 'json' };
import listing from './listing.json' with { type: 'json' };
import packing from './packing.json' with { type: 'json' };
import product from './product.json' with { type: 'json' };
import promotions from './promotions.json' with { type: 'json' };
import programs from './programs.json' with { type: 'json' };
import pwa from './pwa.json' with { type: 'json' };
import returns from './returns.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import seller from './seller.json' with { type: 'json' };
import shop from './shop.json' with { type: 'json' };
import storefront from './storefront.json' with { type: 'json' };
import team from './team.json' with { type: 'json' };

/** Every area of words, in the language the others are translated from. */
export default {
  account,
  admin,
  attributes,
  auth,
  bulk,
  cart,
  catalog,
  checkout,
  conversations,
  developers,
  disputes,
  errors,
  fault,
  insight,
  invoices,
  legal,
  listing,
  mail,
  offer,
  orders,
  packing,
  product,
  promotions,
  programs,
  pwa,
  returns,
  search,
  seller,
  shop,
  storefront,
  team,
};
