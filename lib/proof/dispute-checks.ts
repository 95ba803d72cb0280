import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** What banks have taken is in the books, and whose it is once they have decided. */
export const disputeChecks: readonly Check[] = [
  check(
    'what banks have taken is disputed while they decide, and nothing is afterwards',
    () => sql`
      select 'dispute ' || coalesce(dispute.provider_dispute_id, booked.reference) as about, null::uuid as seller_id
      from disputes dispute
      full join (
        select substring(entry.reference from '^[^:]+:[^:]+') as reference, sum(posting.amount_minor) as amount
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        where account.kind = 'disputed' group by 1
      ) booked on booked.reference = 'dispute:' || dispute.provider_dispute_id
      where coalesce(booked.amount, 0) is distinct from
        case when dispute.status = 'lost' then 0 else dispute.withdrawn_minor - dispute.reinstated_minor end`,
  ),
  check(
    'money of an open dispute is not released, and what was is held',
    (grace) => sql`
      select 'dispute ' || dispute.provider_dispute_id as about, hold.seller_id
      from disputes dispute join payout_holds hold on hold.dispute_id = dispute.id
      where (dispute.status in ('needs_response', 'under_review')) <> (hold.released_at is null)
        and dispute.updated_at < now() - make_interval(secs => ${grace})`,
  ),
];
