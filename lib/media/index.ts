export { askForPictures, MAKE_PICTURES, picturesAskedFor, PICTURE_ATTEMPTS } from './ask-for-pictures';
export { baseKeyOf, renditionKey } from './keys';
export { importPictures, sourcesOf } from './import-pictures';
export { makeImportedPicture, PictureUnreachable, type PictureOrigins } from './make-imported-picture';
export { markAssetFailed, markAssetReady } from './mark-assets';
export { prepareUpload } from './prepare-upload';
export { RENDITION_FORMATS, RENDITION_WIDTHS, renderPicture, widthsFor } from './renditions';
export type { RenderedPicture, Rendition } from './renditions';
export {
  beginFilmUpload,
  beginUpload,
  cropUpload,
  finishUpload,
  forgetUnfinishedUploads,
  listUploads,
} from './uploads';
export { storePicture } from './store-picture';
export * from './model';
