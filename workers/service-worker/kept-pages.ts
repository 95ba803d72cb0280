/**
 * Public pages: home, browse, categories, products, storefronts, and the bench at which sellers pack, which is empty by
 * itself. Their addresses may carry a locale.
 */
const KEPT = /^(?:\/[a-z]{2})?(?:\/?|\/browse|\/pack|\/(?:c|p|s)\/.+)$/;

/** Whether a page may be kept on the device. Whatever is not named here is not. */
export function isKeptPage(pathname: string): boolean {
  return KEPT.test(pathname);
}
