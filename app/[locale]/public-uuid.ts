import { z } from 'zod';
import { parsePublicId, type IdPrefix } from '@/lib/kernel/ids';

/** A key as pages name it (`off_…`), read as the one rows have. */
export function publicUuid(prefix: IdPrefix) {
  return z
    .string()
    .transform((text) => parsePublicId(prefix, text))
    .pipe(z.uuid());
}
