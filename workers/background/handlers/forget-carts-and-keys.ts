import { forgetAnswers } from '@/lib/api-keys';
import { forgetGuestCarts } from '@/lib/carts';
import { forgetUnfinishedUploads } from '@/lib/media';
import { forgetIdempotencyKeys } from '@/lib/orders';
import { privateStorage } from '@/lib/platform/storage';
import { forgetUnfinishedPhotos } from '@/lib/returns';
import type { Schedule } from '../work';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Guest baskets outlive their cookie by nothing; idempotency keys are kept longer than anybody retries, and what never came is not waited for. */
export const forgettingSchedules: readonly Schedule[] = [
  { name: 'forget-guest-carts', everySeconds: HOUR_SECONDS, run: ({ db }) => forgetGuestCarts(db, 60) },
  {
    name: 'forget-idempotency-keys',
    everySeconds: DAY_SECONDS,
    run: ({ db }) => forgetIdempotencyKeys(db, 7),
  },
  { name: 'forget-api-answers', everySeconds: DAY_SECONDS, run: ({ db }) => forgetAnswers(db, 7) },
  {
    name: 'forget-unfinished-uploads',
    everySeconds: DAY_SECONDS,
    run: ({ db, clock }) => forgetUnfinishedUploads(db, clock()),
  },
  {
    name: 'forget-unfinished-photos',
    everySeconds: DAY_SECONDS,
    run: ({ db, clock }) => forgetUnfinishedPhotos(db, privateStorage(), clock()),
  },
];
