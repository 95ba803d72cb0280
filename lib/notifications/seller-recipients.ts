import { DEFAULT_LOCALE, isLocale, localePath, translator, type Locale, type Translator } from '@/lib/i18n';
import { getUser } from '@/lib/identity';
import { parsePublicId } from '@/lib/kernel/ids';
import type { SellerOrderView } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { listMembers } from '@/lib/sellers';

/** Somebody who handles a seller's orders, how to speak to them, and the page of the order in question. */
export type SellerRecipient = {
  readonly userId: string;
  readonly to: string;
  readonly locale: Locale;
  readonly t: Translator<'mail'>;
  readonly url: string;
};

/** Who of a seller hears of orders. */
const ROLES: ReadonlySet<string> = new Set(['owner', 'orders']);

/** Everybody who is to hear of this part of an order; nobody whose account is locked. */
export async function listSellerRecipients(db: Executor, part: SellerOrderView): Promise<SellerRecipient[]> {
  const sellerId = parsePublicId('sel', part.sellerId);
  const members = sellerId ? await listMembers(db, sellerId) : [];
  const recipients: SellerRecipient[] = [];
  for (const { userId } of members.filter(({ role }) => ROLES.has(role))) {
    const user = await getUser(db, userId);
    if (!user || user.lockedAt !== null) continue;
    const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE;
    const path = localePath(locale, `/seller/orders/${part.sellerOrderId}`);
    recipients.push({
      userId,
      to: user.email,
      locale,
      t: translator(locale, 'mail'),
      url: `${env().APP_URL}${path}`,
    });
  }
  return recipients;
}
