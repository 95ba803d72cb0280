import { notFound } from 'next/navigation';
import { AuditTrail } from '@/components/admin/audit-trail';
import { DecisionForm } from '@/components/admin/decision-form';
import { RecordList } from '@/components/admin/record-list';
import { SellerProof } from '@/components/admin/seller-proof';
import { SellerPayouts } from '@/components/admin/seller-payouts';
import { SellerStatusBadge } from '@/components/admin/status-badges';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listAudit } from '@/lib/audit';
import { requirePage } from '@/lib/http';
import { countryName } from '@/lib/i18n';
import { getUser } from '@/lib/identity';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { getSellerBalances } from '@/lib/ledger';
import { getAccount, getReleaseDays, listHolds } from '@/lib/payouts';
import { getBusiness, getSeller, listDocuments, listMembers, possibleSellerEvents } from '@/lib/sellers';
import { decideOnSeller } from '../../actions';
import { changeReleaseDays, endMoneyHold, holdMoney } from '../../money/actions';

export default async function AdminSellerPage({ params }: PageProps<'/[locale]/admin/sellers/[id]'>) {
  const { id } = await params;
  const { db, actor, locale } = await requirePage('staff', `/admin/sellers/${id}`, params);
  const sellerId = parsePublicId('sel', id);
  const seller = sellerId && (await getSeller(db, sellerId));
  if (!sellerId || !seller) notFound();
  const [t, tTeam, memberIds, audit, account, balances, holds, releaseDays, business, documents] =
    await Promise.all([
      words('admin'),
      words('team'),
      listMembers(db, sellerId),
      listAudit(db, { type: 'seller', id: sellerId }),
      getAccount(db, sellerId),
      getSellerBalances(db, sellerId),
      listHolds(db, sellerId),
      getReleaseDays(db, sellerId),
      getBusiness(db, sellerId),
      listDocuments(db, sellerId),
    ]);
  const members = await Promise.all(
    memberIds.map(async ({ userId, role }) => ({ user: await getUser(db, userId), role })),
  );
  return (
    <>
      <PageHead
        title={seller.name}
        lead={t('seller.place', { city: seller.city, country: countryName(seller.country, locale) })}
      >
        <SellerStatusBadge status={seller.status} />
        {seller.status === 'approved' && (
          <ButtonLink href={`/s/${seller.slug}`}>{t('seller.storefront')}</ButtonLink>
        )}
      </PageHead>
      <div className="grid items-start gap-8 md:grid-cols-[1fr_24rem]">
        <div className="grid gap-8">
          <Section title={t('seller.story')}>
            <p className="max-w-text font-strong">{seller.tagline}</p>
            <p className="mt-2 max-w-text whitespace-pre-line">{seller.story}</p>
          </Section>
          <Section title={t('seller.proof')}>
            <SellerProof business={business} documents={documents} />
          </Section>
          <Section title={t('seller.members')}>
            <RecordList
              records={members.flatMap(({ user, role }) =>
                user
                  ? [
                      {
                        href: `/admin/users/${publicId('usr', user.id)}`,
                        title: user.name,
                        note: `${user.email} · ${tTeam(`roles.${role}`)}`,
                        badge: null,
                      },
                    ]
                  : [],
              )}
            />
          </Section>
          <SellerPayouts
            sellerId={seller.sellerId}
            account={account}
            balances={balances}
            holds={holds}
            releaseDays={releaseDays}
            locale={locale}
            actions={
              actor.staffRoles.includes('admin')
                ? { terms: changeReleaseDays, hold: holdMoney, endHold: endMoneyHold }
                : null
            }
          />
          <AuditTrail records={audit} />
        </div>
        <Card className="p-4">
          <h2 className="mb-3 text-lg">{t('decide.title')}</h2>
          <DecisionForm
            subject={{ sellerId: seller.sellerId }}
            action={decideOnSeller}
            decisions={possibleSellerEvents(seller.status).map((event) => ({
              name: event,
              label: t(`decide.${event}`),
              isGrave: event === 'decline' || event === 'suspend',
            }))}
            words={{ reason: t('decide.reason'), reasonHint: t('decide.reasonHint'), done: t('decide.done') }}
          />
        </Card>
      </div>
    </>
  );
}
