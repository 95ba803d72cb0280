import { DEFAULT_LOCALE, isLocale, localePath, translator, type Locale, type Translator } from '@/lib/i18n';
import { getUser } from '@/lib/identity';
import type { SellerRole } from '@/lib/identity/model';
import { parsePublicId } from '@/lib/kernel/ids';
import type { SellerOrderView } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { listMembers } from '@/lib/sellers';

/** Somebody who works for a seller, how to speak to them, and the page in question. */
export type SellerRecipient = {
  readonly userId: string;
  readonly to: string;
  readonly locale: Locale;
  readonly t: Translator<'mail'>;
  readonly url: string;
};

/** Everybody who is to hear of this part of an order. */
export async function listSellerRecipients(db: Executor, part: SellerOrderView): Promise<SellerRecipient[]> {
  const sellerId = parsePublicId('sel', part.sellerId);
  if (!sellerId) return [];
  return listMembersToTell(db, sellerId, ['owner', 'orders'], `/seller/orders/${part.sellerOrderId}`);
}

/** The members of a seller in one of these roles, with the page their mail leads to; nobody whose account is locked. */
export async function listMembersToTell(
  db: Executor,
  sellerId: string,
  roles: readonly SellerRole[],
  page: string,
): Promise<SellerRecipient[]> {
  const members = await listMembers(db, sellerId);
  const recipients: SellerRecipient[] = [];
  for (const { userId } of members.filter(({ role }) => roles.includes(role))) {
    const user = await getUser(db, userId);
    if (!user || user.lockedAt !== null) continue;
    const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE;
    const path = localePath(locale, page);
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
