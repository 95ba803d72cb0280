import type { Database } from '@/lib/platform/database';
import type { SearchEngine } from '../engine';
import { listPage } from './list-page';
import { readQuestion } from './question';
import { readFacets } from './read-facets';
import { suggest } from './suggest';

const NOTHING = { cards: [], next: null } as const;

/** Search in the database the listings are in: no second system, always up to date. */
export function createPostgresEngine(db: Database): SearchEngine {
  return {
    async search(query, shownIn) {
      const question = await readQuestion(db, query, shownIn.locale);
      if (!question) {
        return { ...NOTHING, total: { value: 0, exact: true }, facets: [], correctedText: null };
      }
      const [page, facets] = await Promise.all([
        listPage(db, question, query.cursor, shownIn),
        readFacets(db, question, shownIn),
      ]);
      return { ...page, ...facets, correctedText: question.text?.correctedText ?? null };
    },

    async page(query, shownIn) {
      const question = await readQuestion(db, query, shownIn.locale);
      return question ? listPage(db, question, query.cursor, shownIn) : NOTHING;
    },

    suggest: (text, shownIn) => suggest(db, text, shownIn),
  };
}
