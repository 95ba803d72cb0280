import sharp, { type Metadata } from 'sharp';
import type { PictureFault } from './model';

/** What people take and draw pictures with. Not SVG: it is a program, and may name other files. */
const PICTURE_FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff']);

/** Smaller would be blurred on every page. */
const SHORTEST_SIDE = 300;

/** No page shows more. */
const LONGEST_KEPT = 2160;

/** A camera's picture is at most this large; more is a decompression bomb. */
const MOST_PIXELS = 80_000_000;

/** What pictures are made of, or why none can be: told to the owner of the upload, long after it was sent. */
export type PreparedUpload =
  | { readonly content: Buffer; readonly fault: null }
  | { readonly content: null; readonly fault: PictureFault };

/**
 * An upload as pictures are made of it: upright, cut to a square where that is wanted, in the colours of screens, free
 * of all its camera wrote into it. The content itself says what it is; names and types are not asked. Refuses what is
 * no picture (documents and programs that call themselves one), moves, is broken off, or is too small or too large.
 */
export async function prepareUpload(original: Buffer, square: number | null): Promise<PreparedUpload> {
  const read = await readMetadata(original);
  if (typeof read === 'string') return unusable(read);
  const { width, height } = read.autoOrient;
  try {
    const upright = sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'warning' }).autoOrient();
    const cut = square === null ? upright : upright.extract(squareOf(width, height, square));
    const shown = cut.resize({
      width: LONGEST_KEPT,
      height: LONGEST_KEPT,
      fit: 'inside',
      withoutEnlargement: true,
    });
    const content = await shown.toColourspace('srgb').png({ compressionLevel: 1 }).toBuffer();
    return { content, fault: null };
  } catch {
    return unusable('damaged');
  }
}

function unusable(fault: PictureFault): PreparedUpload {
  return { content: null, fault };
}

async function readMetadata(original: Buffer): Promise<Metadata | PictureFault> {
  let metadata: Metadata;
  try {
    metadata = await sharp(original, { limitInputPixels: false }).metadata();
  } catch {
    return 'not_a_picture';
  }
  const { format, pages = 1, width, height } = metadata;
  if (!PICTURE_FORMATS.has(format)) return 'not_a_picture';
  if (pages > 1) return 'animated';
  if (width * height > MOST_PIXELS) return 'too_large';
  if (Math.min(width, height) < SHORTEST_SIDE) return 'too_small';
  return metadata;
}

/** The largest square, so far along the longer side. */
function squareOf(width: number, height: number, percent: number) {
  const side = Math.min(width, height);
  const along = (length: number) => Math.round(((length - side) * Math.min(100, percent)) / 100);
  return { left: along(width), top: along(height), width: side, height: side };
}
