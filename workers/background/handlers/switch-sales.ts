import { switchSales } from '@/lib/offers';
import type { Schedule } from '../work';

/** Sales begin and end within so many seconds of when they were meant to. */
export const switchSalesSchedule: Schedule = {
  name: 'switch-sales',
  everySeconds: 15,
  run: async ({ db, clock }) => {
    await switchSales(db, clock());
  },
};
