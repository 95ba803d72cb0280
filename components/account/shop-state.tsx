import { Clock, CircleAlert, Store } from '@/components/ui/icons';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { DESK_STATUSES, type SellerRecord } from '@/lib/sellers/model';

const ICONS = { applied: Clock, approved: Store, declined: CircleAlert, suspended: CircleAlert } as const;

/** How a shop, or the application for it, stands. */
export async function ShopState({ shop }: { shop: SellerRecord }) {
  const t = await words('account');
  const { name, status, statusReason: reason } = shop;
  const Icon = ICONS[status];
  const said = {
    applied: { title: t('sell.appliedTitle'), body: t('sell.applied', { name }) },
    approved: { title: t('sell.openTitle', { name }), body: t('sell.open') },
    declined: { title: t('sell.declinedTitle', { name }), body: t('sell.declined', { reason }) },
    suspended: { title: t('sell.suspendedTitle', { name }), body: t('sell.suspended', { reason }) },
  }[status];
  return (
    <EmptyState
      icon={<Icon aria-hidden />}
      title={said.title}
      action={
        DESK_STATUSES.includes(status) && (
          <ButtonLink href="/seller" variant="primary">
            {t('sell.toDesk')}
          </ButtonLink>
        )
      }
    >
      {said.body}
    </EmptyState>
  );
}
