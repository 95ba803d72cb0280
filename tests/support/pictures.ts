import { mediaAssets } from '@/db/schema/media';
import { newId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';

/** A picture that is made, unless told; nothing lies in the storage. Returns its id. */
export async function addPicture(
  ownerDb: Database,
  changes: Partial<typeof mediaAssets.$inferInsert> = {},
): Promise<string> {
  const id = changes.id ?? newId();
  await ownerDb.insert(mediaAssets).values({
    id,
    source: `test:${id}`,
    status: 'ready',
    baseKey: id.replaceAll('-', ''),
    width: 320,
    height: 320,
    widths: [160, 320],
    ...changes,
  });
  return id;
}
