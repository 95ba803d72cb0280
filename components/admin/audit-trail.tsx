import { Section } from '@/components/ui/card';
import { currentLocale, words } from '@/components/ui/words';
import type { AuditRecord } from '@/lib/audit/model';
import { formatDate } from '@/lib/i18n/format';

/** What staff did to a record, newest first, each with its reason. */
export async function AuditTrail({ records }: { records: readonly AuditRecord[] }) {
  const [t, locale] = await Promise.all([words('admin'), currentLocale()]);
  return (
    <Section title={t('history.title')}>
      {records.length === 0 && <p className="text-muted">{t('history.empty')}</p>}
      <ol className="grid gap-3 border-s-2 border-line ps-4 empty:hidden">
        {records.map((record) => (
          <li key={`${record.createdAt.toISOString()} ${record.action}`} className="text-sm">
            <div className="flex flex-wrap justify-between gap-x-4">
              <span className="font-strong">{record.action}</span>
              <time dateTime={record.createdAt.toISOString()} className="text-muted">
                {formatDate(record.createdAt, locale, 'dateTime')}
              </time>
            </div>
            {record.reason && <p>{record.reason}</p>}
            <p className="text-muted">{t('history.by', { actor: record.actor })}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
