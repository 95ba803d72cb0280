import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** What is owed to sellers in one of their accounts, by seller and currency. */
const owedIn = (kind: 'seller_reserved' | 'seller_paying_out') => sql`
  select account.seller_id, account.currency, -sum(posting.amount_minor) as owed
  from ledger_accounts account join ledger_postings posting on posting.account_id = account.id
  where account.kind = ${kind} group by account.seller_id, account.currency`;

/** Every cent that went to sellers was owed to them, once. */
export const payoutChecks: readonly Check[] = [
  check(
    'a payout evens out the postings it is made of',
    () => sql`
      select 'payout ' || payout.id as about, payout.seller_id
      from payouts payout
      left join (
        select paid.payout_id, sum(posting.amount_minor) as rest,
          sum(posting.amount_minor) filter (where entry.kind = 'payout') as paid
        from payout_postings paid
        join ledger_postings posting on posting.id = paid.posting_id
        join ledger_entries entry on entry.id = posting.entry_id
        group by paid.payout_id
      ) made_of on made_of.payout_id = payout.id
      where made_of.rest is distinct from 0 or made_of.paid is distinct from payout.amount_minor`,
  ),
  check(
    'a payout is in the books as far as it has gone',
    () => sql`
      select 'payout ' || payout.id as about, payout.seller_id
      from payouts payout
      left join (select reference from ledger_entries where kind = 'transfer') sent
        on sent.reference = 'transfer:' || payout.id
      left join (select reference from ledger_entries where kind = 'payout_refused') refused
        on refused.reference = 'payout_refused:' || payout.id
      where (payout.transfer_id is not null) <> (sent.reference is not null)
        or (payout.status in ('transferred', 'paid', 'bounced')) <> (payout.transfer_id is not null)
        or (payout.status = 'failed') <> (refused.reference is not null)`,
  ),
  check(
    'what came back of a payout is in the books once',
    () => sql`
      select 'payout ' || payout.id as about, payout.seller_id
      from payouts payout
      left join (
        select reversal.payout_id, sum(posting.amount_minor) as booked, sum(reversal.amount_minor) as reversed
        from transfer_reversals reversal
        left join ledger_entries entry on entry.reference = 'reversal:' || reversal.id
        left join (ledger_postings posting join ledger_accounts account
          on account.id = posting.account_id and account.kind = 'provider_clearing') on posting.entry_id = entry.id
        where reversal.status = 'succeeded' group by reversal.payout_id
      ) back on back.payout_id = payout.id
      where payout.reversed_minor <> coalesce(back.reversed, 0) or back.booked is distinct from back.reversed`,
  ),
  check(
    'what is reserved of a seller is what holds keep',
    () => sql`
      select 'reserve of seller ' || coalesce(booked.seller_id, held.seller_id) as about,
        coalesce(booked.seller_id, held.seller_id) as seller_id
      from (${owedIn('seller_reserved')}) booked
      full join (
        select seller_id, currency, sum(amount_minor) as kept from payout_holds
        where released_at is null and amount_minor is not null group by seller_id, currency
      ) held on held.seller_id = booked.seller_id and held.currency = booked.currency
      where coalesce(booked.owed, 0) <> coalesce(held.kept, 0)`,
  ),
  check(
    'what is on its way to a seller is what payouts wait to send',
    () => sql`
      select 'payouts of seller ' || coalesce(booked.seller_id, waiting.seller_id) as about,
        coalesce(booked.seller_id, waiting.seller_id) as seller_id
      from (${owedIn('seller_paying_out')}) booked
      full join (
        select seller_id, currency, sum(amount_minor) as amount from payouts
        where status = 'requested' group by seller_id, currency
      ) waiting on waiting.seller_id = booked.seller_id and waiting.currency = booked.currency
      where coalesce(booked.owed, 0) <> coalesce(waiting.amount, 0)`,
  ),
  check(
    'nothing of a released order is still pending',
    (grace) => sql`
      select 'seller order ' || pending.seller_order_id as about, released.seller_id
      from releases released
      join (
        select posting.seller_order_id, sum(posting.amount_minor) as amount, max(posting.posted_at) as at
        from ledger_accounts account join ledger_postings posting on posting.account_id = account.id
        where account.kind = 'seller_pending' group by posting.seller_order_id
      ) pending on pending.seller_order_id = released.seller_order_id
      where released.released_at is not null and pending.amount <> 0
        and pending.at < now() - make_interval(secs => ${grace})`,
  ),
];
