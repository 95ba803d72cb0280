/**
 * The walls of the house, as data. `zones.ts` enforces them; CONTRIBUTING.md explains them. A change here is
 * a change of architecture: it comes with a decision in docs/decisions.
 */

/** Lowest first. A domain may import those before it, through their doors; the way back is an event. */
export const DOMAINS = [
  'audit',
  'identity',
  'customers',
  'media',
  'sellers',
  // Programs of sellers, as members are people of theirs.
  'api-keys',
  // Knows that something happened, by ids; whoever knows what announces it.
  'webhooks',
  // Knows offers by id alone; product pages say how much there is.
  'inventory',
  'catalog',
  'offers',
  'promotions',
  'pricing',
  'commissions',
  'carts',
  'ledger',
  'credit',
  'gift-cards',
  'orders',
  'payments',
  'checkout',
  'payouts',
  // Knows every table of money and stock, to prove that they add up.
  'proof',
  'fulfilment',
  // What either side writes about a part; a page of an order shows it.
  'conversations',
  'returns',
  // Documents what was sold, sent and given back.
  'invoices',
  'reviews',
  'search',
  // Counts what was seen and sold, for those who sell it.
  'insight',
  'recommendations',
  'notifications',
  'support',
  'privacy',
] as const;

export type Domain = (typeof DOMAINS)[number];

/** What others may import of a domain: the server door, the browser-safe door, schemas of input. */
export const DOORS = {
  /** Other domains, workers and tools. */
  server: ['index', 'model'],
  /** lib/http and app also take what Next caches and what comes in. */
  web: ['index', 'model', 'input', 'cached'],
  /** Components: nothing that needs a server. */
  browser: ['model'],
} as const;

/** Which domain (or `platform`) owns each file of db/schema whose name is not its own. */
export const SCHEMA_OWNERS: Readonly<Record<string, Domain | 'platform' | 'everybody'>> = {
  columns: 'everybody',
  events: 'platform',
  listings: 'search',
  provider: 'payments',
  disputes: 'payments',
  'offer-imports': 'offers',
  'seller-invites': 'sellers',
};

/**
 * Files that read tables of other domains, because one query must join them. They only read: whoever
 * changes a table of another domain calls its door.
 */
export const PROJECTIONS: Readonly<Record<string, readonly string[]>> = {
  // The actor of every request, in one query: who, as which customer, member of which sellers.
  'lib/identity/find-actor.ts': ['customers', 'sellers'],
  // What left or came back did so with an order.
  'lib/inventory/list-stock-movements.ts': ['orders'],
  // An order list shows product pictures and seller names.
  'lib/orders/queries.ts': ['catalog', 'sellers'],
  // What may be given back, and until when, depends on what was sold, by whom and where to.
  'lib/returns/returnable.ts': ['catalog', 'orders', 'sellers'],
  // Whether too little is left is one question to baskets, stock and orders.
  'lib/checkout/is-sold-out.ts': ['carts', 'inventory', 'orders'],
  // A return is shown with what its pieces are and whose.
  'lib/returns/queries.ts': ['orders', 'sellers'],
  // An exchange costs what was paid, in the order's currency.
  'lib/returns/exchange.ts': ['orders'],
  // A label goes from the buyer's address, in the order's currency.
  'lib/returns/return-label.ts': ['orders'],
  // A rule is about a seller, a category or a product, by their addresses.
  'lib/commissions/change-rules.ts': ['catalog', 'sellers'],
  'lib/commissions/list-rules.ts': ['catalog', 'sellers'],
  // An invoice says what was sold to whom, and when it left.
  'lib/invoices/load-sale.ts': ['fulfilment', 'orders'],
  // Who sees to a refund that failed asks for its order.
  'lib/payments/retry-refund.ts': ['orders'],
  // What was seen counts for everybody who offers it.
  'lib/insight/count-activity.ts': ['catalog', 'inventory', 'offers'],
  // What sold best is called by its title.
  'lib/insight/get-insight.ts': ['catalog'],
  // A day's sales are added up from the orders, and from what became of them.
  'lib/insight/sum-sales.ts': ['disputes', 'orders', 'returns'],
  // Who may write whom follows from what was sold by whom.
  'lib/conversations/find-part.ts': ['orders', 'sellers'],
  // A conversation is shown with what it is about, and with who stands on either side.
  'lib/conversations/find-question.ts': ['catalog', 'customers', 'sellers'],
  'lib/conversations/review-reports.ts': ['sellers'],
  'lib/conversations/list-conversations.ts': ['catalog', 'customers', 'orders', 'sellers'],
  // A release is counted from a seller order's delivery.
  'lib/payouts/release.ts': ['orders'],
};

/** Folders outside the product: they may use it, it never uses them. */
export const TOOL_FOLDERS = ['dev', 'tests', 'bench', 'db/seed'] as const;

/** Names that say nothing; what is in such a file belongs to what it serves. */
export const FORBIDDEN_NAMES = ['utils', 'util', 'helpers', 'helper', 'types', 'common', 'misc'] as const;

export const LONGEST_FILE_LINES = 300;

/** The module that makes guarded things, and what it makes. */
export const GUARDS = {
  module: 'lib/http',
  action: ['defineAction'],
  route: ['defineRoute', 'defineSignedRoute', 'defineApiRoute'],
  page: ['requirePage'],
} as const;

/** First segments of addresses whose pages are somebody's own. */
export const GUARDED_SECTIONS = ['account', 'checkout', 'orders', 'seller', 'admin'] as const;

/** Routes whose answers cannot be made by the wrappers, each with its reason. */
export const UNGUARDED_ROUTES: Readonly<Record<string, string>> = {
  'app/media/[key]/route.ts': 'public files by the dozen: nobody is asked who they are, no session is read',
};
