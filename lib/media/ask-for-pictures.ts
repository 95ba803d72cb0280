import { z } from 'zod';
import { enqueueJobs, type Lane } from '@/lib/platform/jobs';
import type { Transaction } from '@/lib/platform/database';

/** The job that gets and makes some pictures; its payload names their assets. */
export const MAKE_PICTURES = 'make-pictures';
export const picturesAskedFor = z.object({ assetIds: z.array(z.uuid()).min(1) });

/** With the queue's waits in between, somebody else's server may be away for a day. */
export const PICTURE_ATTEMPTS = 36;

/** Few enough that a job ends within its lease, however slowly each one comes. */
const PICTURES_A_JOB = 4;

/** Behind other work of the bulk lane: nobody waits for an imported picture as sellers wait for their files. */
const PRIORITIES: Readonly<Record<Lane, number>> = { prompt: 0, bulk: -2 };

/**
 * Leaves it to the worker to make these assets' pictures: `bulk` when nothing more urgent waits, `prompt` when somebody
 * looks at the place where they will be. To be called by whoever made them `pending`, in the same transaction: an asset
 * that is pending has its job, and one that has been given up none.
 */
export async function askForPictures(
  tx: Transaction,
  assetIds: readonly string[],
  lane: Lane = 'bulk',
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(assetIds.length / PICTURES_A_JOB) }, (_, index) =>
    assetIds.slice(index * PICTURES_A_JOB, (index + 1) * PICTURES_A_JOB),
  );
  await enqueueJobs(
    tx,
    batches.map((batch) => ({
      name: MAKE_PICTURES,
      payload: { assetIds: batch },
      priority: PRIORITIES[lane],
      maxAttempts: PICTURE_ATTEMPTS,
    })),
  );
}
