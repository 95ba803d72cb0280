import { notFound } from 'next/navigation';
import { AuditTrail } from '@/components/admin/audit-trail';
import { DecisionForm } from '@/components/admin/decision-form';
import { GrantCreditForm } from '@/components/admin/grant-credit-form';
import { GrantRoleForm } from '@/components/admin/grant-role-form';
import { RecordList } from '@/components/admin/record-list';
import { OrderStatusBadge, SellerStatusBadge } from '@/components/admin/status-badges';
import { Badge } from '@/components/ui/badge';
import { Card, Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listAudit } from '@/lib/audit';
import { getCredit } from '@/lib/credit';
import { getCustomerIdOfUser } from '@/lib/customers';
import { requirePage } from '@/lib/http';
import { formatDate, formatMoney } from '@/lib/i18n';
import { getUser, listStaffRoles } from '@/lib/identity';
import { STAFF_ROLES } from '@/lib/identity/model';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { parsePublicId } from '@/lib/kernel/ids';
import { listOrders } from '@/lib/orders';
import { listSellersOfUser } from '@/lib/sellers';
import { decideOnUser, giveCredit, grantRole } from '../../actions';

export default async function AdminUserPage({ params }: PageProps<'/[locale]/admin/users/[id]'>) {
  const { id } = await params;
  const { db, locale, actor } = await requirePage('staff', `/admin/users/${id}`, params);
  const userId = parsePublicId('usr', id);
  const user = userId && (await getUser(db, userId));
  if (!userId || !user) notFound();
  const [t, roles, shops, audit, customerId] = await Promise.all([
    words('admin'),
    listStaffRoles(db, userId),
    listSellersOfUser(db, userId),
    listAudit(db, { type: 'user', id: userId }),
    getCustomerIdOfUser(db, userId),
  ]);
  const orders = customerId ? (await listOrders(db, customerId, { limit: 20, after: null })).items : [];
  const credit = customerId ? await getCredit(db, customerId) : [];
  const grantable = STAFF_ROLES.filter((role) => !roles.includes(role));
  return (
    <>
      <PageHead
        title={user.name}
        lead={`${user.email} · ${t('user.since', { date: formatDate(user.createdAt, locale) })}`}
      >
        <Badge tone={user.emailVerifiedAt ? 'positive' : 'warning'}>
          {t(user.emailVerifiedAt ? 'user.verified' : 'user.unverified')}
        </Badge>
        {user.lockedAt && <Badge tone="danger">{t('user.locked')}</Badge>}
      </PageHead>
      <div className="grid items-start gap-8 md:grid-cols-[1fr_24rem]">
        <div className="grid gap-8">
          {shops.length > 0 && (
            <Section title={t('user.shops')}>
              <RecordList
                records={shops.map((shop) => ({
                  href: `/admin/sellers/${shop.sellerId}`,
                  title: shop.name,
                  note: shop.role,
                  badge: <SellerStatusBadge status={shop.status} />,
                }))}
              />
            </Section>
          )}
          <Section title={t('user.orders')}>
            {orders.length === 0 && <p className="text-muted">{t('user.noOrders')}</p>}
            {orders.length > 0 && (
              <RecordList
                records={orders.map((order) => ({
                  href: `/admin/orders/${order.number}`,
                  title: order.number,
                  note: `${formatDate(order.placedAt, locale, 'dateTime')} · ${formatMoney(order.total, locale)}`,
                  badge: <OrderStatusBadge status={order.status} />,
                }))}
              />
            )}
          </Section>
          <AuditTrail records={audit} />
        </div>
        <div className="grid gap-4">
          <Card className="grid gap-4 p-4">
            <h2 className="text-lg">{t('user.credit')}</h2>
            <p className="tabular-nums">
              {credit.map((balance) => formatMoney(balance, locale)).join(' · ') || t('user.noCredit')}
            </p>
            {customerId && actor.staffRoles.some((role) => role === 'admin' || role === 'finance') && (
              <GrantCreditForm
                userId={id}
                action={giveCredit}
                words={{
                  amount: t('user.creditAmount', { currency: DEFAULT_MARKET.currency }),
                  reason: t('decide.reason'),
                  give: t('user.giveCredit'),
                  done: t('decide.done'),
                }}
              />
            )}
          </Card>
          {actor.staffRoles.includes('admin') && (
            <>
              <Card className="grid gap-4 p-4">
                <h2 className="text-lg">{t('user.roles')}</h2>
                <p className="flex flex-wrap gap-2">
                  {roles.length === 0 && <span className="text-muted">{t('user.noRoles')}</span>}
                  {roles.map((role) => (
                    <Badge key={role}>{t(`roles.${role}`)}</Badge>
                  ))}
                </p>
                {grantable.length > 0 && (
                  <GrantRoleForm
                    userId={id}
                    roles={grantable.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
                    action={grantRole}
                    words={{
                      role: t('user.role'),
                      reason: t('decide.reason'),
                      grant: t('user.grant'),
                      done: t('decide.done'),
                    }}
                  />
                )}
              </Card>
              <Card className="p-4">
                <h2 className="mb-3 text-lg">{t('decide.title')}</h2>
                <DecisionForm
                  subject={{ userId: id }}
                  action={decideOnUser}
                  decisions={[
                    ...roles.map((role) => ({
                      name: role,
                      label: t('user.revoke', { role: t(`roles.${role}`) }),
                      isGrave: true,
                    })),
                    user.lockedAt
                      ? { name: 'unlock', label: t('user.unlock'), isGrave: false }
                      : { name: 'lock', label: t('user.lock'), isGrave: true },
                  ]}
                  words={{
                    reason: t('decide.reason'),
                    reasonHint: t('decide.reasonHint'),
                    done: t('decide.done'),
                  }}
                />
              </Card>
            </>
          )}
        </div>
      </div>
    </>
  );
}
