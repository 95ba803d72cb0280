export { askForPictures, MAKE_PICTURES, picturesAskedFor, PICTURE_ATTEMPTS } from './ask-for-pictures';
export { baseKeyOf, renditionKey } from './keys';
export { makeImportedPicture, PictureUnreachable, type PictureOrigins } from './make-imported-picture';
export { markAssetFailed, markAssetReady } from './mark-assets';
export { isPublicAddress } from './public-address';
export { RENDITION_FORMATS, RENDITION_WIDTHS, renderPicture, widthsFor } from './renditions';
export type { RenderedPicture, Rendition } from './renditions';
export { storePicture } from './store-picture';
export * from './model';
