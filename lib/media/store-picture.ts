import type { Storage } from '@/lib/platform/storage';
import { renditionKey } from './keys';
import type { RenderedPicture } from './renditions';

/** Stores every rendition; when this returns, all of them can be served. */
export async function storePicture(
  storage: Storage,
  baseKey: string,
  { renditions }: RenderedPicture,
): Promise<void> {
  await Promise.all(
    renditions.map(({ width, format, body }) => storage.put(renditionKey(baseKey, width, format), body)),
  );
}
