export { baseKeyOf, renditionKey } from './keys';
export { markAssetFailed, markAssetReady } from './mark-assets';
export { RENDITION_FORMATS, RENDITION_WIDTHS, renderPicture, widthsFor } from './renditions';
export type { RenderedPicture, Rendition } from './renditions';
export { storePicture } from './store-picture';
export * from './model';
