/** The proof that all money and stock add up, over every domain's tables. Reads only. */
export { CHECKS, GRACE_SECONDS, proveMoney, runChecks, type ProofOptions } from './prove-money';
