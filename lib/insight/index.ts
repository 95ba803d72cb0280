/** What sellers learn of their trade: what was seen, sold and given back, by day. Owns `db/schema/insight`. */
export {
  keepActivityPartitions,
  mayBeCounted,
  recordActivity,
  recordCarted,
  type Activity,
} from './activity';
export { countActivity } from './count-activity';
export { markAllSalesStale, markSalesStale, sumStaleSales } from './sum-sales';
