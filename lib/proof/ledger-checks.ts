import { sql } from 'drizzle-orm';
import { CLOSED_UNTIL } from '@/lib/ledger';
import { check, type Check } from './check';

/** What an entry moved at the provider, fees apart. */
const CLEARED = sql`
  select entry.reference, entry.kind, sum(posting.amount_minor) as amount
  from ledger_accounts account
  join ledger_postings posting on posting.account_id = account.id
  join ledger_entries entry on entry.id = posting.entry_id
  where account.kind = 'provider_clearing' and entry.kind <> 'provider_fee'
  group by entry.reference, entry.kind`;

/** What of an order line's tax was added to its price: the market owes it to the authorities. */
const ADDED_TAX = sql`case when line.tax_mode = 'exclusive' then line.tax_minor else 0 end`;

/** The books are balanced, complete and about nothing else. */
export const ledgerChecks: readonly Check[] = [
  check(
    'every entry balances in every currency',
    () => sql`
      select 'entry ' || entry_id as about, null::uuid as seller_id
      from ledger_postings group by entry_id, currency having sum(amount_minor) <> 0`,
  ),
  check(
    'a posting is in the currency of its account',
    () => sql`
      select 'posting ' || posting.id as about, account.seller_id
      from ledger_postings posting join ledger_accounts account on account.id = posting.account_id
      where account.currency <> posting.currency`,
  ),
  check(
    'a closed balance is the sum of what was posted before it',
    () => sql`
      select 'account ' || coalesce(closed.account_id, summed.account_id) as about, account.seller_id
      from (
        select distinct on (account_id) account_id, balance_minor as amount
        from ledger_balances order by account_id, until desc
      ) closed
      full join (
        select account_id, sum(amount_minor) as amount
        from ledger_postings where posted_at < ${CLOSED_UNTIL} group by account_id
      ) summed on summed.account_id = closed.account_id
      left join ledger_accounts account on account.id = coalesce(closed.account_id, summed.account_id)
      where closed.amount is distinct from summed.amount`,
  ),
  check(
    'every captured payment is in the books once, at what was captured',
    () => sql`
      with cleared as materialized (${CLEARED} having entry.kind in ('sale', 'unsold_payment'))
      select coalesce('payment ' || p.id, 'entry ' || cleared.reference) as about, null::uuid as seller_id
      from (select * from payments where status = 'captured') p
      full join cleared on cleared.reference = 'payment:' || p.id
      where coalesce(cleared.amount, 0) is distinct from p.captured_minor`,
  ),
  check(
    'every refund that succeeded is in the books once, at what went back',
    () => sql`
      with cleared as materialized (${CLEARED} having entry.kind = 'refund')
      select coalesce('refund ' || r.id, 'entry ' || cleared.reference) as about, part.seller_id
      from (select * from refunds where status = 'succeeded') r
      full join cleared on cleared.reference = 'refund:' || r.id
      left join seller_orders part on part.id = r.seller_order_id
      where coalesce(-cleared.amount, 0) is distinct from r.amount_minor - r.credit_minor`,
  ),
  check(
    'a sale owes its seller every line less the commission frozen on it',
    () => sql`
      select 'order line ' || coalesce(line.id, booked.order_line_id) as about,
        coalesce(line.seller_id, booked.seller_id) as seller_id
      from (
        select line.* from order_lines line join orders o on o.id = line.order_id where o.paid_at is not null
      ) line
      full join (
        select posting.order_line_id,
          min(account.seller_id::text) filter (where account.seller_id is not null)::uuid as seller_id,
          -coalesce(sum(posting.amount_minor) filter (where account.kind = 'seller_pending'), 0) as owed,
          -coalesce(sum(posting.amount_minor) filter (where account.kind = 'commission_revenue'), 0) as commission
        from ledger_entries entry
        join ledger_postings posting on posting.entry_id = entry.id
        join ledger_accounts account on account.id = posting.account_id
        where entry.kind = 'sale' and posting.order_line_id is not null
        group by posting.order_line_id
      ) booked on booked.order_line_id = line.id
      where coalesce(booked.owed, 0)
          is distinct from line.total_minor - ${ADDED_TAX} + line.market_discount_minor - line.commission_minor
        or coalesce(booked.commission, 0) is distinct from line.commission_minor`,
  ),
  check(
    'added tax is owed to the authorities line by line, less what was refunded',
    () => sql`
      select 'order line ' || coalesce(line.id, booked.order_line_id) as about, line.seller_id
      from (
        select line.id, line.seller_id, ${ADDED_TAX} - coalesce(back.tax, 0) as owed
        from order_lines line
        join orders o on o.id = line.order_id and o.paid_at is not null
        left join (
          select refunded.order_line_id, sum(refunded.added_tax_minor) as tax
          from refund_lines refunded join refunds r on r.id = refunded.refund_id
          where r.status = 'succeeded' group by refunded.order_line_id
        ) back on back.order_line_id = line.id
        where line.tax_mode = 'exclusive'
      ) line
      full join (
        select posting.order_line_id, -sum(posting.amount_minor) as owed
        from ledger_accounts account join ledger_postings posting on posting.account_id = account.id
        where account.kind = 'tax_liability' group by posting.order_line_id
      ) booked on booked.order_line_id = line.id
      where coalesce(booked.owed, 0) is distinct from coalesce(line.owed, 0)`,
  ),
  check(
    'a refund gives back the commission of its lines',
    () => sql`
      select 'refund ' || r.id as about, part.seller_id
      from refunds r
      join seller_orders part on part.id = r.seller_order_id
      join (select refund_id, sum(commission_minor) as commission from refund_lines group by refund_id) lines
        on lines.refund_id = r.id
      left join (
        select entry.reference, sum(posting.amount_minor) as commission
        from ledger_entries entry
        join ledger_postings posting on posting.entry_id = entry.id
        join ledger_accounts account on account.id = posting.account_id
        where entry.kind = 'refund' and account.kind = 'commission_revenue'
        group by entry.reference
      ) booked on booked.reference = 'refund:' || r.id
      where r.status = 'succeeded' and coalesce(booked.commission, 0) <> lines.commission`,
  ),
  check(
    'money of payments that bought nothing is back with its buyers',
    (grace) => sql`
      select 'order ' || o.number as about, null::uuid as seller_id
      from ledger_accounts account
      join ledger_postings posting on posting.account_id = account.id
      join ledger_entries entry on entry.id = posting.entry_id
      join orders o on o.id = entry.order_id
      where account.kind = 'buyer_refunds'
        -- One that a bank takes its time over, or that failed, is owed and said to be: it arrives, is sent again, or an
        -- operator sees to it.
        and not exists (select 1 from refunds r where r.order_id = o.id and r.status in ('pending', 'failed'))
      group by o.number
      having sum(posting.amount_minor) <> 0
        and max(posting.posted_at) < now() - make_interval(secs => ${grace})`,
  ),
];
