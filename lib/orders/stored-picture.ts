import { z } from 'zod';
import type { Picture } from '@/lib/media/model';

/**
 * An order line keeps the address of its picture, not a reference to it, so that the order looks the same
 * when the product has changed: `{base, width, height, widths}` as text in `image_key`.
 */
const stored = z.object({
  base: z.string(),
  width: z.number(),
  height: z.number(),
  widths: z.array(z.number()).min(1),
});

export function storePicture(picture: Picture | null): string | null {
  if (!picture) return null;
  const { base, width, height, widths } = picture;
  return JSON.stringify({ base, width, height, widths });
}

export function storedPicture(text: string | null, alt: string): Picture | null {
  if (text === null) return null;
  return { ...stored.parse(JSON.parse(text)), alt, blur: null };
}
