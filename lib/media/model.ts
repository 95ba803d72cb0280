/** How pages show pictures: view types for server, browser and JSON. */

export type PictureFormat = 'avif' | 'webp';

/** An image in fixed widths, each in both formats, at `pictureUrl(picture, width, format)`. */
export type Picture = {
  /** Address without width and extension, e.g. `/media/3f9a…`. */
  readonly base: string;
  /** In pixels, ascending, never empty. */
  readonly widths: readonly number[];
  /** Of the largest rendition: reserves the space before the image arrives. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** A data URI of a few dozen bytes shown until the image is there. */
  readonly blur: string | null;
};

export function pictureUrl(picture: Picture, width: number, format: PictureFormat): string {
  return `${picture.base}-${width}.${format}`;
}

/** A picture of a gallery. */
export type GalleryPicture = Picture & {
  /** The address of the film that is played in its place, when it stands for one. */
  readonly film?: string;
};

/** What a ready image asset's row knows, with the words for the place it is shown in. */
export type StoredPicture = {
  readonly baseKey: string;
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly blur: string | null;
  readonly alt: string;
};

export function toPicture({ baseKey, ...picture }: StoredPicture): Picture {
  return { base: `/media/${baseKey}`, ...picture };
}

/** The same with the film it stands for, of the film's `base_key`. */
export function toGalleryPicture(stored: StoredPicture, film: string | null): GalleryPicture {
  return { ...toPicture(stored), ...(film && { film: `/media/${film}.mp4` }) };
}

/** More than any camera's picture. */
export const MOST_UPLOAD_BYTES = 20 * 1024 * 1024;

/** A minute of what a telephone films. */
export const MOST_FILM_BYTES = 100 * 1024 * 1024;
export const MOST_FILM_SECONDS = 60;

/** Why a picture, or the film it stands for, cannot be made of what was uploaded. */
export const PICTURE_FAULTS = [
  'not_a_picture',
  'animated',
  'damaged',
  'too_small',
  'too_large',
  'lost',
  'not_a_film',
  'film_unplayable',
  'film_too_long',
] as const;
export type PictureFault = (typeof PICTURE_FAULTS)[number];

/** An upload as its owner sees it. */
export type UploadedPicture = {
  readonly assetId: string;
  readonly status: 'expected' | 'pending' | 'ready' | 'failed';
  readonly fault: PictureFault | null;
  /** Where along its longer side it is cut to a square, 0 to 100; null when it is whole. */
  readonly square: number | null;
  readonly picture: Picture | null;
  /** Whether it stands for a film; it is ready when both are. */
  readonly hasFilm: boolean;
};
