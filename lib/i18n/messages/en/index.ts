import attributes from './attributes.json';
import auth from './auth.json';
import catalog from './catalog.json';
import errors from './errors.json';
import fault from './fault.json';
import product from './product.json';
import search from './search.json';
import seller from './seller.json';
import shop from './shop.json';
import storefront from './storefront.json';

/** Every area of words, in the language the others are translated from. */
export default { attributes, auth, catalog, errors, fault, product, search, seller, shop, storefront };
