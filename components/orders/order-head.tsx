import { PackageCheck } from '@/components/ui/desk-icons';
import { CircleCheck, Clock, PackageX, Truck } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate } from '@/lib/i18n';
import type { OrderView } from '@/lib/orders/model';
import type { OrderPhase } from './order-phase';

const ENDED = { icon: PackageX, look: 'bg-sunken text-ink' };
const LOOKS = {
  pending: { icon: Clock, look: 'bg-warning-soft text-warning' },
  processing: { icon: Clock, look: 'bg-warning-soft text-warning' },
  paid: { icon: CircleCheck, look: 'bg-positive-soft text-positive' },
  shipped: { icon: Truck, look: 'bg-positive-soft text-positive' },
  delivered: { icon: PackageCheck, look: 'bg-positive-soft text-positive' },
  cancelled: ENDED,
  expired: ENDED,
  soldOut: ENDED,
  calledOff: ENDED,
} as const satisfies Record<OrderPhase, unknown>;

type OrderHeadProps = {
  order: OrderView;
  phase: OrderPhase;
  /** How many have left. */
  parcelCount: number;
  /** Until when unpaid goods are held. */
  heldUntil: Date;
  /** What to do about it. */
  children?: ReactNode;
};

/** Where the order stands, in a sentence, and the one thing to do now. */
export async function OrderHead({ order, phase, parcelCount, heldUntil, children }: OrderHeadProps) {
  const locale = await currentLocale();
  const t = await words('orders');
  const { icon: Icon, look } = LOOKS[phase];
  const values = {
    email: order.email,
    time: formatDate(heldUntil, locale, 'dateTime'),
    count: parcelCount,
  };
  return (
    <header className="grid gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm text-muted">
        <p className="tabular-nums">{t('number', { number: order.number })}</p>
        <p>{t('placed', { date: formatDate(order.placedAt, locale, 'dateTime') })}</p>
      </div>
      <div className="grid gap-4" aria-live="polite">
        <div className="flex items-start gap-4">
          <span className={classNames('grid size-12 shrink-0 place-items-center rounded-full', look)}>
            <Icon aria-hidden className="size-6" />
          </span>
          <div>
            <h1 className="text-xl md:text-2xl">{t(`head.${phase}Title`)}</h1>
            <p className="mt-1 max-w-text text-muted">{t(`head.${phase}Body`, values)}</p>
          </div>
        </div>
        {children}
      </div>
    </header>
  );
}
