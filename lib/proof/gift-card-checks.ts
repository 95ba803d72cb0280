import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** What gift cards are worth is in the books for as long as they can be redeemed, and once. */
export const giftCardChecks: readonly Check[] = [
  check(
    'what is owed for gift cards is what open ones are worth',
    () => sql`
      select 'gift card ' || coalesce(card.id::text, booked.card) as about, null::uuid as seller_id
      from gift_cards card
      full join (
        select split_part(entry.reference, ':', 2) as card, posting.currency, -sum(posting.amount_minor) as amount
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        where account.kind = 'gift_cards' group by 1, 2
      ) booked on booked.card = card.id::text and booked.currency = card.currency
      where coalesce(booked.amount, 0)
        is distinct from case when card.status = 'open' then card.amount_minor else 0 end`,
  ),
  check(
    'a gift card that was redeemed is its customer’s store credit, once',
    () => sql`
      select 'gift card ' || coalesce(card.id::text, booked.card) as about, null::uuid as seller_id
      from (select * from gift_cards where status = 'redeemed') card
      full join (
        select split_part(entry.reference, ':', 2) as card, account.holder_id, -sum(posting.amount_minor) as amount
        from ledger_accounts account
        join ledger_postings posting on posting.account_id = account.id
        join ledger_entries entry on entry.id = posting.entry_id
        where account.kind = 'store_credit' and entry.kind = 'gift_card_redeem' group by 1, 2
      ) booked on booked.card = card.id::text
      where booked.holder_id is distinct from card.redeemed_by
        or booked.amount is distinct from card.amount_minor`,
  ),
];
