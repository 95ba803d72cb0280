/** The proof that all money and stock add up, over every domain's tables. Owns `db/schema/proof`. */
export { getTrialBalance } from './compare';
export { moneyBroken } from './events';
export { CHECKS, GRACE_SECONDS, proveMoney, runChecks, type ProofOptions } from './prove-money';
export { getLatestProof, getProof, recordProof } from './record-proof';
