/** What is sold: categories with their attribute schemas, products, variants. Owns `db/schema/catalog`. */
export {
  attributeSchema,
  checkAttributes,
  describeValue,
  hexOf,
  type AttributeDefinition,
  type AttributeProblem,
  type Attributes,
  type AttributeSchema,
  type AttributeValue,
} from './attribute-schema';
export { exportOwnProducts } from './by-file/export-own-products';
export { checkProductFile, makeProductsByFile } from './by-file/make-products';
export { CONTENT_LIMITS, optionsKeyOf, type ProductContent } from './drafts/content';
export { findProblems } from './drafts/find-problems';
export { getOwnProduct, listOwnProducts, type OwnProductFilter } from './drafts/list-own-products';
export { getOwnDraft, type Draft } from './drafts/own-draft';
export { arrangeVariants, readAttributes, type WantedOption } from './drafts/typed-content';
export { getDraftReview, readPictures } from './drafts/review-draft';
export { discardDraft, editProduct, saveDraft, startProduct } from './drafts/save-draft';
export { savePictures } from './drafts/save-pictures';
export { submitCompleteDrafts } from './drafts/submit-complete-drafts';
export { submitDraft, withdrawDraft } from './drafts/submit-draft';
export { explainBuyBox, rankOffers, type BuyBoxOffer, type BuyBoxReason } from './buy-box';
export { categoryName } from './category-names';
export { dealOf } from './deal';
export { productChanged } from './events';
export { findProductsByGtin } from './find-by-gtin';
export { gtinsOf } from './gtins-of';
export { getAttributeSchema } from './get-attribute-schema';
export { getCategoryPage, listAncestors } from './get-category-page';
export { getProductPage } from './get-product-page';
export { getStorefront } from './get-storefront';
export { parseGtin, writingsOfGtin } from './gtin';
export { getTaxCategory } from './get-tax-category';
export { listCategories } from './list-categories';
export { listDepartments } from './list-departments';
export { pagesShowing, storefrontShowing } from './pages-showing';
export { readOffers } from './read-offers';
export { taxCategoryOf } from './taxonomy/tax-category';
export {
  decideProduct,
  findProducts,
  getProductRecord,
  listProductsInReview,
  possibleDecisions,
} from './review-product';
export {
  finishImport,
  getImportProgress,
  saveImportProgress,
  startImport,
  type ImportProgress,
} from './import/import-progress';
export { mapRow, type ImportedOffer, type ImportedProduct, type MappedRow } from './import/map-row';
export { importMapping, type ImportMapping } from './import/mapping';
export type { Row } from './import/row';
export {
  prepareProducts,
  saveProducts,
  type ProductSurroundings,
  type SavedProduct,
} from './import/save-products';
export { ensureCategories } from './taxonomy/ensure-categories';
