import { z } from 'zod';
import { goOnWithImport, IMPORT_JOB } from '@/lib/offers';
import { privateStorage } from '@/lib/platform/storage';
import { job } from '../work';

/** Files by which sellers change many offers: read, applied and taken back. */
export const importOffersWork = job(IMPORT_JOB, z.object({ importId: z.uuid() }), ({ importId }, { db }) =>
  goOnWithImport(db, privateStorage(), importId),
);
