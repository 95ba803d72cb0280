import { desc, eq } from 'drizzle-orm';
import { moneyProofs } from '@/db/schema/proof';
import { newId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { freezePayouts } from '@/lib/payouts';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { emitEvent } from '@/lib/platform/outbox';
import { compareWithProvider, getTrialBalance } from './compare';
import { moneyBroken } from './events';
import type { Finding, ProofRecord } from './model';
import { proveMoney, type ProofOptions } from './prove-money';

/**
 * Proves money and stock and writes down what came of it. What is broken is logged, freezes the payouts of every
 * seller it concerns until an operator ends the hold, and, when it was not broken before, alerts the operators.
 */
export async function recordProof(
  db: Database,
  options: Omit<ProofOptions, 'offline'>,
): Promise<ProofRecord> {
  const findings = await proveMoney(db, options);
  const proof = {
    id: newId(),
    provedAt: options.now,
    broken: findings.filter(({ broken }) => broken > 0).length,
    findings,
    trialBalance: await getTrialBalance(db),
    comparison: await compareWithProvider(db),
  };
  const before = await getLatestProof(db);
  await db.transaction(async (tx) => {
    await tx.insert(moneyProofs).values(proof);
    for (const finding of findings) await freezeConcerned(tx, finding);
    if (hasNews(findings, before?.findings ?? [])) {
      await emitEvent(tx, moneyBroken, {
        aggregateId: proof.id,
        aggregateVersion: 1,
        payload: { proofId: proof.id },
      });
    }
  });
  for (const { check, broken, examples } of findings) {
    if (broken > 0) log.error({ check, broken, examples }, 'money or stock does not add up');
  }
  return toRecord(proof);
}

async function freezeConcerned(tx: Transaction, { check, sellerIds }: Finding): Promise<void> {
  for (const sellerId of sellerIds) {
    await freezePayouts(tx, { sellerId, currency: DEFAULT_MARKET.currency, reason: check });
  }
}

/** Something is broken that was not, or more of it. */
function hasNews(findings: readonly Finding[], before: readonly Finding[]): boolean {
  const known = new Map(before.map(({ check, broken }) => [check, broken]));
  return findings.some(({ check, broken }) => broken > (known.get(check) ?? 0));
}

export async function getLatestProof(db: Executor): Promise<ProofRecord | null> {
  const [row] = await db.select().from(moneyProofs).orderBy(desc(moneyProofs.provedAt)).limit(1);
  return row ? toRecord(row) : null;
}

export async function getProof(db: Executor, proofId: string): Promise<ProofRecord | null> {
  const [row] = await db.select().from(moneyProofs).where(eq(moneyProofs.id, proofId));
  return row ? toRecord(row) : null;
}

function toRecord(row: Omit<typeof moneyProofs.$inferSelect, 'id'>): ProofRecord {
  const { broken, findings, trialBalance, comparison } = row;
  return { provedAt: row.provedAt.toISOString(), broken, findings, trialBalance, comparison };
}
