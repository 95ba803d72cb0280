/** What sellers learn of their trade: what was seen, sold and given back, by day. Owns `db/schema/insight`. */
export {
  keepActivityPartitions,
  mayBeCounted,
  recordActivity,
  recordCarted,
  type Activity,
} from './activity';
export { countActivity } from './count-activity';
export { getHealth, HEALTH_DAYS } from './get-health';
export { countPeriod, getInsight } from './get-insight';
export { daysCsv, productsCsv, termsCsv } from './insight-csv';
export { listProducts } from './list-products';
export { listTerms } from './list-terms';
export { periodBefore, periodOf, PERIOD_LENGTHS, type Period } from './period';
export { markAllSalesStale, markSalesStale, sumStaleSales } from './sum-sales';
