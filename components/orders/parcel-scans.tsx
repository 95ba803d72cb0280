import { classNames } from '@/components/ui/class-names';
import { currentLocale, words } from '@/components/ui/words';
import type { ParcelView, ScanView } from '@/lib/fulfilment/model';
import { formatDate } from '@/lib/i18n';

/** So many say where a parcel is; the rest of its story is there for whoever asks. */
const SHOWN_AT_ONCE = 3;

/** The timeline of one parcel, latest first: what its carrier told, in the order in which it happened. */
export async function ParcelScans({ parcel }: { parcel: ParcelView }) {
  const t = await words('orders');
  const latest = parcel.scans.slice(0, SHOWN_AT_ONCE);
  const earlier = parcel.scans.slice(SHOWN_AT_ONCE);
  if (latest.length === 0) {
    const awaited = parcel.followed && parcel.deliveredAt === null;
    return awaited ? <p className="text-sm text-muted">{t('shipment.noScans')}</p> : null;
  }
  return (
    <div className="grid gap-2 border-s-2 border-line ps-4">
      <ScanList label={t('timeline.label')} scans={latest} isLatest />
      {earlier.length > 0 && (
        <details>
          <summary className="touch cursor-pointer text-sm text-muted hover:text-ink">
            {t('shipment.earlier', { count: earlier.length })}
          </summary>
          <div className="mt-2">
            <ScanList label={t('shipment.earlierLabel')} scans={earlier} />
          </div>
        </details>
      )}
    </div>
  );
}

type ScanListProps = { label: string; scans: readonly ScanView[]; isLatest?: boolean };

async function ScanList({ label, scans, isLatest = false }: ScanListProps) {
  const [t, locale] = await Promise.all([words('orders'), currentLocale()]);
  return (
    <ol aria-label={label} className="grid gap-2">
      {scans.map(({ kind, message, place, at }, index) => (
        <li key={`${at} ${message}`} className="text-sm">
          <p className={classNames(isLatest && index === 0 && 'font-strong')}>
            {kind === 'note' ? message : t(`shipment.${kind}`)}
          </p>
          <p className="text-muted tabular-nums">
            {[kind === 'note' ? '' : message, place, formatDate(at, locale, 'dateTime')]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ol>
  );
}
