import { z } from 'zod';
import { enqueueJobs, type Lane } from '@/lib/platform/jobs';
import type { Transaction } from '@/lib/platform/database';
import { baseKeyOf } from './keys';

/** The job that gets and makes some pictures; its payload names their assets. */
export const MAKE_PICTURES = 'make-pictures';
export const picturesAskedFor = z.object({ assetIds: z.array(z.uuid()).min(1) });

/** With the queue's waits in between, somebody else's server may be away for four minutes. */
export const PICTURE_ATTEMPTS = 8;

/** Few enough that a job ends within its lease, however slowly each one comes. */
const PICTURES_A_JOB = 4;

/**
 * Leaves it to the worker to make these assets' pictures: `bulk` when nothing more urgent waits, `prompt` when somebody
 * looks at the place where they will be.
 */
export async function askForPictures(
  tx: Transaction,
  assetIds: readonly string[],
  lane: Lane = 'bulk',
): Promise<void> {
  const sorted = assetIds.toSorted();
  const batches = Array.from({ length: Math.ceil(sorted.length / PICTURES_A_JOB) }, (_, index) =>
    sorted.slice(index * PICTURES_A_JOB, (index + 1) * PICTURES_A_JOB),
  );
  await enqueueJobs(
    tx,
    batches.map((batch) => ({
      name: MAKE_PICTURES,
      payload: { assetIds: batch },
      uniqueKey: `${MAKE_PICTURES}:${baseKeyOf(batch.join())}`,
      priority: lane === 'bulk' ? -1 : 0,
      maxAttempts: PICTURE_ATTEMPTS,
    })),
  );
}
