import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/**
 * The books against the provider, entry by entry, on the copy of what moved there. Payments without an intent were
 * never at the provider (they came with the data the shop was filled with) and are left out.
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
        select entry.reference, posting.currency, sum(posting.amount_minor) as amount, min(posting.posted_at) as at,
          min(entry.order_id::text)::uuid as order_id
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        where account.kind = 'provider_clearing' and entry.kind <> 'provider_fee'
          and not exists (select 1 from payments p where p.order_id = entry.order_id and p.intent_id is null)
        group by entry.reference, posting.currency
      ), differing as materialized (
        select coalesce(moved.reference, booked.reference) as reference,
          coalesce(moved.currency, booked.currency) as currency,
          coalesce(moved.amount, 0) as moved, coalesce(booked.amount, 0) as booked, booked.order_id
        from moved full join booked on booked.reference = moved.reference and booked.currency = moved.currency
        where coalesce(moved.amount, 0) <> coalesce(booked.amount, 0)
          and coalesce(moved.at, booked.at) < now() - make_interval(secs => ${grace})
      )
      select differing.reference || ': ' || differing.moved || ' ' || differing.currency || ' at the provider, '
          || differing.booked || ' in the books' as about,
        concerned.seller_id
      from differing
      left join lateral (
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
