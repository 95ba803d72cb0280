import type { Call } from '../api/call';

/** What a connected account has in a currency: what was transferred to it, less what came back and what was paid out. */
export function accountBalance(call: Call, account: string, currency: string): number {
  let balance = 0;
  for (const transfer of call.store.table('transfer').having('destination', account)) {
    if (transfer.currency === currency) balance += transfer.amount - transfer.amount_reversed;
  }
  for (const payout of call.store.table('payout').having('account', account)) {
    if (payout.currency === currency && payout.status !== 'failed') balance -= payout.amount;
  }
  return balance;
}
