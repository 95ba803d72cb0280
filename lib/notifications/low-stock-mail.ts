import { DEFAULT_LOCALE } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { getOfferSnapshots } from '@/lib/offers';
import type { Executor } from '@/lib/platform/database';
import { mailTo } from './mail-to';
import { listMembersToTell } from './seller-recipients';

/** Tells who looks after a seller's offers that one is running out. */
export async function sendLowStockMails(
  db: Executor,
  ran: { readonly offerId: string; readonly available: number; readonly occurrenceId: string },
): Promise<void> {
  const offer = (await getOfferSnapshots(db, [ran.offerId], shownIn(DEFAULT_LOCALE))).get(ran.offerId);
  if (!offer) return;
  const page = `/seller/offers/${publicId('off', ran.offerId)}`;
  for (const member of await listMembersToTell(db, offer.sellerId, ['owner', 'catalogue'], page)) {
    const title = [offer.title, offer.variantLabel].filter(Boolean).join(', ');
    const facts = { title, count: ran.available };
    await mailTo(
      member,
      `low-stock:${ran.occurrenceId}:${member.userId}`,
      member.t('lowStock.subject', facts),
      {
        title: member.t('lowStock.title'),
        paragraphs: [member.t('lowStock.body', facts)],
        action: member.t('lowStock.action'),
      },
    );
  }
}
