import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AccountPage } from '@/components/account/account-page';
import { MessageForm } from '@/components/conversations/message-form';
import { Photo } from '@/components/media/photo';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { findOwnQuestion, getAskable } from '@/lib/conversations';
import { requirePage } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { newId, parsePublicId, publicId } from '@/lib/kernel/ids';
import { ask } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('conversations');
  return { title: t('ask.send'), robots: { index: false } };
}

export default async function AskSellerPage({
  params,
  searchParams,
}: PageProps<'/[locale]/account/messages/ask'>) {
  const { offer: named = '' } = await searchParams;
  const path = `/account/messages/ask?offer=${encodeURIComponent(String(named))}`;
  const { actor, db, locale } = await requirePage('user', path, params);
  const offerId = parsePublicId('off', String(named));
  const offer = offerId && (await getAskable(db, offerId, locale));
  if (!offer) notFound();
  const begun = await findOwnQuestion(db, { ...offer, customerId: actor.customerId });
  if (begun) redirect(localePath(locale, `/account/messages/${publicId('cnv', begun.conversationId)}`));
  const t = await words('conversations');
  return (
    <AccountPage title={t('ask.title', { name: offer.sellerName })}>
      <Link
        href={`/p/${offer.productSlug}`}
        className="flex items-center gap-4 rounded-lg border border-line bg-raised p-3 transition hover:border-edge"
      >
        <Photo picture={offer.image} sizes="64px" decorative className="size-16 shrink-0 rounded-md" />
        <span className="min-w-0">
          <span className="line-clamp-2 font-strong">{offer.title}</span>
          <span className="text-sm text-muted">{offer.variantLabel}</span>
        </span>
      </Link>
      <p className="text-muted">{t('ask.lead')}</p>
      <MessageForm
        subject={{ offerId: String(named), messageId: publicId('msg', newId()) }}
        action={ask}
        words={{ label: t('form.label'), hint: t('form.hint'), send: t('ask.send') }}
      />
    </AccountPage>
  );
}
