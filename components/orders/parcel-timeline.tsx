import { Check, X } from '@/components/ui/icons';
import { classNames } from '@/components/ui/class-names';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate } from '@/lib/i18n';
import type { OrderHistoryItem, SellerOrderView } from '@/lib/orders/model';
import { parcelSteps, type ParcelStep } from './parcel-steps';

type ParcelTimelineProps = { part: SellerOrderView; history: readonly OrderHistoryItem[] };

/** The way of one seller's part, step by step; what is to come is there from the beginning. */
export async function ParcelTimeline({ part, history }: ParcelTimelineProps) {
  const locale = await currentLocale();
  const t = await words('orders');
  const steps = parcelSteps(part, history);
  const promise = {
    from: formatDate(part.promisedFrom, locale, 'weekday'),
    to: formatDate(part.promisedTo, locale, 'weekday'),
  };
  return (
    <ol aria-label={t('timeline.label')} className="grid">
      {steps.map((step, index) => (
        <li key={step.name} className="grid grid-cols-[1.5rem_1fr] gap-x-3">
          <StepMark step={step} last={index === steps.length - 1} next={steps[index + 1] ?? null} />
          <div className="pb-4">
            <p className={classNames('text-sm', step.at === null ? 'text-muted' : 'font-strong')}>
              {t(`timeline.${step.name}`)}
              <span className="sr-only"> ({t(step.at ? 'timeline.doneLabel' : 'timeline.openLabel')})</span>
            </p>
            {step.at && (
              <time dateTime={step.at} className="text-sm text-muted tabular-nums">
                {formatDate(step.at, locale, 'dateTime')}
              </time>
            )}
            {step.name === 'delivered' && !step.at && (
              <p className="text-sm text-muted">{t('timeline.promise', promise)}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ step, last, next }: { step: ParcelStep; last: boolean; next: ParcelStep | null }) {
  const done = step.at !== null;
  const Icon = step.name === 'cancelled' ? X : Check;
  return (
    <span aria-hidden className="relative grid justify-items-center">
      {!last && (
        <span
          className={classNames(
            'absolute top-5 bottom-0 w-0.5',
            next?.at ? (next.name === 'cancelled' ? 'bg-danger' : 'bg-positive') : 'bg-line',
          )}
        />
      )}
      <span
        className={classNames(
          'relative mt-0.5 grid size-5 place-items-center rounded-full',
          !done && 'border-2 border-line bg-raised',
          done && (step.name === 'cancelled' ? 'bg-danger text-surface' : 'bg-positive text-surface'),
        )}
      >
        {done && <Icon className="size-3" strokeWidth={3} />}
      </span>
    </span>
  );
}
