import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** Store credit is what was given and came back, less what was spent, customer by customer and order by order. */
export const creditChecks: readonly Check[] = [
  check(
    'nobody has spent more store credit than they had',
    () => sql`
      select 'credit of customer ' || account.holder_id as about, null::uuid as seller_id
      from ledger_accounts account join ledger_postings posting on posting.account_id = account.id
      where account.kind = 'store_credit'
      group by account.holder_id, account.currency having sum(posting.amount_minor) > 0`,
  ),
  check(
    'store credit of an order is held while it awaits payment, and not after',
    () => sql`
      select 'order ' || coalesce(o.number, held.order_id::text) as about, null::uuid as seller_id
      from (select * from orders where credit_minor > 0) o
      full join (
        select entry.order_id, -sum(posting.amount_minor) as amount
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        where account.kind = 'store_credit_held' group by entry.order_id
      ) held on held.order_id = o.id
      where coalesce(held.amount, 0)
        is distinct from case when o.status = 'pending_payment' then o.credit_minor else 0 end`,
  ),
  check(
    'what an order took of its customer’s store credit is what it says, less what went back',
    () => sql`
      select 'order ' || o.number as about, null::uuid as seller_id
      from (select * from orders where credit_minor > 0) o
      left join (
        select entry.order_id, account.holder_id, sum(posting.amount_minor) as taken
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        where account.kind = 'store_credit' and entry.order_id is not null
        group by entry.order_id, account.holder_id
      ) spent on spent.order_id = o.id
      left join (
        select order_id, sum(credit_minor) as credit from refunds where status = 'succeeded' group by order_id
      ) back on back.order_id = o.id
      where spent.holder_id is distinct from o.customer_id
        or coalesce(spent.taken, 0) is distinct from
          case when o.status = 'cancelled' and o.paid_at is null then 0 else o.credit_minor - coalesce(back.credit, 0) end`,
  ),
];
