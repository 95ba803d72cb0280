/** Public pages: home, browse, categories, products, storefronts. Their addresses may carry a locale. */
const KEPT = /^(?:\/[a-z]{2})?(?:\/?|\/browse|\/(?:c|p|s)\/.+)$/;

/** Whether a page may be kept on the device. Whatever is not named here is not. */
export function isKeptPage(pathname: string): boolean {
  return KEPT.test(pathname);
}
