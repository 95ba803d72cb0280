import { MAKERS } from './makers';
import { MERCHANTS } from './merchants';
import type { SellerSeed } from './seller-seed';

export type { SellerSeed } from './seller-seed';

/** The shops of the demo market. The first one is the demo seller's. */
export const SELLERS: readonly SellerSeed[] = [...MAKERS, ...MERCHANTS];
