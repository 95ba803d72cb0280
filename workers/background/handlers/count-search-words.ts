import { countSearchWords } from '@/lib/search';
import type { Schedule } from '../work';

/** New words can be searched at once; this is for how much they say, for corrections and for completions. */
export const countSearchWordsSchedule: Schedule = {
  name: 'count-search-words',
  everySeconds: 3600,
  run: ({ db }) => countSearchWords(db),
};
