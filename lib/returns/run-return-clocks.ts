import { and, inArray, lte } from 'drizzle-orm';
import { returns } from '@/db/schema/returns';
import { ok, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { transact } from '@/lib/platform/transact';
import { holdExchange, refundInstead } from './exchange';
import { lockReturn, moveReturn, refundReturn, type ReturnRow } from './move-return';

const BATCH = 100;

/**
 * What happens when the time to act has passed: a seller's silence accepts a request, a return that was never sent
 * lapses, and goods that were received and not looked at, or not replaced, are refunded. A ruling stays due until somebody rules.
 */
export async function runReturnClocks(db: Database, now: Date): Promise<void> {
  const due = await db
    .select({ id: returns.id })
    .from(returns)
    .where(
      and(
        lte(returns.dueAt, now),
        inArray(returns.status, ['requested', 'accepted', 'received', 'exchanging']),
      ),
    )
    .orderBy(returns.dueAt)
    .limit(BATCH);
  for (const { id } of due) {
    const ran = await transact(db, async (tx): Promise<Result<void>> => {
      const row = await lockReturn(tx, id);
      // Somebody acted in the meantime.
      return row?.dueAt && row.dueAt <= now ? actFor(tx, row, now) : ok(undefined);
    });
    if (!ran.ok) log.error({ returnId: id, ...ran }, 'a return whose time has passed could not go on');
  }
}

async function actFor(tx: Transaction, row: ReturnRow, now: Date): Promise<Result<void>> {
  const act = { actor: 'system', words: '', now } as const;
  if (row.status === 'received' || row.status === 'exchanging') {
    const inspected =
      row.status === 'received' ? await moveReturn(tx, row, { ...act, event: 'inspect' }) : ok(row);
    if (!inspected.ok) return inspected;
    const refunded = await moveReturn(tx, inspected.value, { ...act, event: 'refund' });
    if (!refunded.ok) return refunded;
    await refundInstead(tx, row.id, 'not_sent');
    return refundReturn(tx, row);
  }
  const isAccepted = row.status === 'requested';
  const moved = await moveReturn(tx, row, { ...act, event: isAccepted ? 'accept' : 'lapse' });
  if (!moved.ok) return moved;
  if (isAccepted) await holdExchange(tx, row);
  return ok(undefined);
}
