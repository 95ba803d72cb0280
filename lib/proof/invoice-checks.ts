import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** Full joins need values that are equal to themselves. */
const MARKET = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** What refunds give back, in whole. */
const GIVEN_BACK = sql`
  select refund_id, sum(amount_minor) as amount, sum(tax_minor) as tax from refund_lines group by refund_id`;

/**
 * Paper says what money says: invoices less credit notes are what was captured of the pieces on them less what went
 * back, and commission invoices are what the ledger took. A document that is only missing is nobody's missing cent.
 */
export const invoiceChecks: readonly Check[] = [
  check(
    'invoices and credit notes are numbered without a gap',
    () => sql`
      select coalesce(series.kind, issued.kind) || ' of ' || coalesce(series.issuer, issued.issuer) as about,
        null::uuid as seller_id
      from (select coalesce(issuer_id, ${MARKET}) as issuer, kind, last_number from invoice_series) series
      full join (
        select coalesce(issuer_id, ${MARKET}) as issuer, kind, count(*) as documents, max(number) as highest
        from invoices group by 1, 2
      ) issued on issued.issuer = series.issuer and issued.kind = series.kind
      where (series.last_number, series.last_number) is distinct from (issued.documents, issued.highest)`,
  ),
  check(
    'an invoice or credit note is the sum of its lines',
    () => sql`
      select 'document ' || invoice.id as about, invoice.seller_id
      from invoices invoice
      cross join lateral (
        select sum((line->>'totalMinor')::bigint) as total, sum((line->>'taxMinor')::bigint) as tax,
          sum((line->>'amountMinor')::bigint) as commission
        from jsonb_array_elements(invoice.content->'lines') line
      ) lines
      where case when invoice.kind in ('invoice', 'credit_note')
        then (invoice.total_minor, invoice.tax_minor) is distinct from (lines.total, lines.tax)
        else invoice.total_minor is distinct from abs(lines.commission) end`,
  ),
  check(
    'an invoice is what was sold, less what was asked back before it',
    () => sql`
      select 'seller order ' || invoice.seller_order_id as about, invoice.seller_id
      from invoices invoice
      left join (
        select seller_order_id, sum(total_minor) as total, sum(tax_minor) as tax
        from order_lines group by seller_order_id
      ) sold on sold.seller_order_id = invoice.seller_order_id
      left join (
        select omission.invoice_id, sum(back.amount) as amount, sum(back.tax) as tax
        from invoice_omissions omission join (${GIVEN_BACK}) back on back.refund_id = omission.refund_id
        group by omission.invoice_id
      ) omitted on omitted.invoice_id = invoice.id
      where invoice.kind = 'invoice' and (invoice.total_minor, invoice.tax_minor) is distinct from
        (sold.total - coalesce(omitted.amount, 0), sold.tax - coalesce(omitted.tax, 0))`,
  ),
  check(
    'a credit note is what one refund gave back, of what an invoice has',
    () => sql`
      select 'credit note ' || note.id as about, note.seller_id
      from invoices note
      left join invoices invoice on invoice.id = note.corrects_id
      left join refunds refund on note.cause = 'refund:' || refund.id
      left join invoice_omissions omission on omission.refund_id = refund.id
      left join (${GIVEN_BACK}) back on back.refund_id = refund.id
      where note.kind = 'credit_note' and (
        invoice.kind <> 'invoice' or invoice.seller_order_id <> note.seller_order_id
        or refund.status is distinct from 'succeeded' or refund.seller_order_id <> note.seller_order_id
        or omission.refund_id is not null
        or (note.total_minor, note.tax_minor) is distinct from (back.amount, back.tax))`,
  ),
  check(
    'what was sent has its invoice, and what went back of it its credit note',
    (grace) => sql`
      select 'seller order ' || part.id as about, null::uuid as seller_id
      from seller_orders part
      join (select seller_order_id, min(shipped_at) as at from shipments group by seller_order_id) sent
        on sent.seller_order_id = part.id
      left join invoices invoice on invoice.cause = 'sale:' || part.id
      where invoice.id is null and sent.at < now() - make_interval(secs => ${grace})
        and exists (
          select 1 from order_lines line left join refund_lines back on back.order_line_id = line.id
          where line.seller_order_id = part.id
          group by line.id having line.quantity > coalesce(sum(back.quantity), 0)
        )
      union all
      select 'refund ' || refund.id, null
      from refunds refund
      join invoices invoice on invoice.cause = 'sale:' || refund.seller_order_id
      left join invoices note on note.cause = 'refund:' || refund.id
      left join invoice_omissions omission on omission.refund_id = refund.id
      where refund.status = 'succeeded' and note.id is null and omission.refund_id is null
        and refund.updated_at < now() - make_interval(secs => ${grace})`,
  ),
  check(
    'a commission invoice is what the ledger took in its month',
    () => sql`
      with taken as (
        select part.seller_id, posting.currency, -sum(posting.amount_minor) as amount,
          to_char(posting.posted_at at time zone 'UTC', 'YYYY-MM') as period
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join seller_orders part on part.id = posting.seller_order_id
        where account.kind = 'commission_revenue'
        group by part.seller_id, posting.currency, 4
      ), issued as (
        select seller_id, currency, content->>'period' as period,
          case kind when 'commission_invoice' then total_minor else -total_minor end as amount
        from invoices where kind in ('commission_invoice', 'commission_credit_note')
      )
      select 'commission of seller ' || coalesce(taken.seller_id, issued.seller_id) || ' in '
          || coalesce(taken.period, issued.period) as about, issued.seller_id
      from taken full join issued using (seller_id, currency, period)
      where (issued.amount is not null and taken.amount is distinct from issued.amount)
        or (issued.amount is null
          and taken.period < to_char((now() - interval '3 days') at time zone 'UTC', 'YYYY-MM'))`,
  ),
];
