import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** What an entry is about: `refund:<uuid>:returned` tells of the same refund as `refund:<uuid>`. */
const ABOUT = sql`substring(entry.reference from '^[^:]+:[^:]+')`;

/**
 * The books against the provider, entry by entry, on the copy of what moved there. Payments without an intent were
 * never made there (they came with the data the shop was filled with): all of them together are the opening balance,
 * a top-up.
 */
export const providerChecks: readonly Check[] = [
  check(
    'what moved at the provider is in the books, and what is in the books moved there',
    (grace) => sql`
      with moved as materialized (
        select coalesce(reference, 'nothing of ours:' || id) as reference, currency, sum(amount_minor) as amount,
          min(created_at) as at
        from provider_transactions group by 1, 2
      ), booked as materialized (
        select case
            when opening.id is not null then 'opening'
            when dispute.id is not null then 'dispute:' || dispute.provider_dispute_id
            else ${ABOUT} end as reference, posting.currency,
          sum(posting.amount_minor) as amount, min(posting.posted_at) as at,
          case when opening.id is null then min(entry.order_id::text)::uuid end as order_id
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        left join payments opening on opening.order_id = entry.order_id and opening.intent_id is null
        -- What a lost dispute has refunded, the bank has taken.
        left join refunds paid on 'refund:' || paid.id = entry.reference
        left join disputes dispute on dispute.id = paid.settled_by_dispute_id
        where account.kind = 'provider_clearing' and entry.kind <> 'provider_fee'
        group by 1, posting.currency, (opening.id is null)
      ), differing as materialized (
        select coalesce(moved.reference, booked.reference) as reference,
          coalesce(moved.currency, booked.currency) as currency,
          coalesce(moved.amount, 0) as moved, coalesce(booked.amount, 0) as booked, booked.order_id
        from moved full join booked on booked.reference = moved.reference and booked.currency = moved.currency
        -- A bank may take days over a refund: the provider has parted with it, the books wait for the bank's answer.
        left join refunds under_way on under_way.status = 'pending' and 'refund:' || under_way.id = moved.reference
        where coalesce(moved.amount, 0) <> coalesce(booked.amount, 0)
          and (under_way.id is null or moved.amount <> under_way.credit_minor - under_way.amount_minor)
          and coalesce(moved.at, booked.at) < now() - make_interval(secs => ${grace})
      )
      select differing.reference || ': ' || differing.moved || ' ' || differing.currency || ' at the provider, '
          || differing.booked || ' in the books' as about,
        concerned.seller_id
      from differing
      left join lateral (
        select payout.seller_id from payouts payout where 'transfer:' || payout.id = differing.reference
        union
        select payout.seller_id from transfer_reversals reversal join payouts payout on payout.id = reversal.payout_id
        where 'reversal:' || reversal.id = differing.reference
        union
        select part.seller_id from seller_orders part
        where part.order_id = coalesce(differing.order_id,
          (select p.order_id from payments p where 'payment:' || p.id = differing.reference),
          (select r.order_id from refunds r where 'refund:' || r.id = differing.reference))
      ) concerned on true`,
  ),
  check(
    'every fee of the provider is in the books once',
    () => sql`
      select 'fee of ' || coalesce(moved.id, booked.reference) as about, null::uuid as seller_id
      from (select * from provider_transactions where fee_minor <> 0) moved
      full join (
        select entry.reference, sum(posting.amount_minor) as amount
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        where account.kind = 'provider_fees' and entry.kind = 'provider_fee'
        group by entry.reference
      ) booked on booked.reference = 'fee:' || moved.id
      where booked.amount is distinct from moved.fee_minor`,
  ),
];
