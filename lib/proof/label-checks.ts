import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** Who used a label has paid for it, and nobody else. */
export const labelChecks: readonly Check[] = [
  check(
    'a seller has paid for every label that brought goods back, once and at its price',
    () => sql`
      select 'return ' || coalesce(label.return_id::text, split_part(booked.reference, ':', 2)) as about,
        coalesce(label.seller_id, booked.seller_id) as seller_id
      from (
        select used.return_id, used.price_minor, used.currency, item.seller_id, item.seller_order_id
        from return_labels used join returns item on item.id = used.return_id
        where used.used_at is not null and used.price_minor > 0
      ) label
      full join (
        select entry.reference, account.seller_id, posting.seller_order_id, posting.currency, posting.amount_minor
        from ledger_entries entry
        join ledger_postings posting on posting.entry_id = entry.id
        join ledger_accounts account on account.id = posting.account_id
        where entry.kind = 'return_label' and account.kind = 'seller_pending'
      ) booked on booked.reference = 'return_label:' || label.return_id
      where (booked.seller_id, booked.seller_order_id, booked.currency, booked.amount_minor)
        is distinct from (label.seller_id, label.seller_order_id, label.currency, label.price_minor)`,
  ),
];
