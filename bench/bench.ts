import type { Database } from '@/lib/platform/database';
import type { Market } from './market';
import type { ReferenceSite } from './reference-site';

/** What there is to measure with. */
export type Bench = {
  readonly db: Database;
  /** Of the running shop. */
  readonly origin: string;
  readonly market: Market;
  /** The limit: Next serving static pages. */
  readonly reference: ReferenceSite;
};
