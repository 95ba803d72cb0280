import { notFound } from 'next/navigation';
import { AuditTrail } from '@/components/admin/audit-trail';
import { DecisionForm } from '@/components/admin/decision-form';
import { ReadConversation } from '@/components/admin/read-conversation';
import { aboutWords } from '@/components/conversations/about-words';
import { Badge } from '@/components/ui/badge';
import { Card, Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listAudit } from '@/lib/audit';
import { getReportedConversation } from '@/lib/conversations';
import type { ReportedConversation } from '@/lib/conversations/model';
import { requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { readConversation, seeToReports } from '../actions';
import { SEES_REPORTS } from '../sees-reports';

export default async function AdminConversationPage({
  params,
}: PageProps<'/[locale]/admin/conversations/[id]'>) {
  const { id } = await params;
  const { db } = await requirePage(SEES_REPORTS, `/admin/conversations/${id}`, params);
  const conversationId = parsePublicId('cnv', id);
  const reported = conversationId && (await getReportedConversation(db, conversationId));
  if (!reported) notFound();
  const [t, audit] = await Promise.all([
    words('conversations'),
    listAudit(db, { type: 'conversation', id: conversationId }),
  ]);
  const { about, buyerName, sellerName } = reported;
  const isOpen = reported.reports.some(({ closedAt }) => closedAt === null);
  const title = aboutWords(about, t);
  return (
    <>
      <PageHead
        title={t('admin.between', { buyer: buyerName, seller: sellerName })}
        lead={
          about.kind === 'order' ? (
            <Link href={`/admin/orders/${about.number}`} className="touch underline underline-offset-4">
              {title}
            </Link>
          ) : (
            title
          )
        }
      />
      <div className="grid items-start gap-6 md:grid-cols-[1fr_22rem]">
        <div className="grid gap-8">
          <Reports of={reported} />
          {isOpen && (
            <Section title={t('admin.written')}>
              <ReadConversation
                conversationId={id}
                action={readConversation}
                names={{ buyer: buyerName, seller: sellerName }}
                words={{
                  reason: t('admin.readReason'),
                  reasonHint: t('admin.readHint'),
                  read: t('admin.read'),
                }}
              />
            </Section>
          )}
        </div>
        <div className="grid gap-8">
          {isOpen && (
            <Card className="grid gap-3 p-4">
              <h2 className="text-lg">{t('admin.close')}</h2>
              <DecisionForm
                subject={{ conversationId: id }}
                action={seeToReports}
                decisions={[{ name: 'seen_to', label: t('admin.closeButton'), isGrave: false }]}
                words={{
                  reason: t('admin.closeReason'),
                  reasonHint: t('admin.closeHint'),
                  done: t('admin.closed'),
                }}
              />
            </Card>
          )}
          <AuditTrail records={audit} />
        </div>
      </div>
    </>
  );
}

/** Who asked the market to look, and why. */
async function Reports({ of: { reports, buyerName, sellerName } }: { of: ReportedConversation }) {
  const [t, locale] = await Promise.all([words('conversations'), currentLocale()]);
  return (
    <Section title={t('admin.reports')}>
      <ul className="grid gap-3">
        {reports.map(({ by, reason, reportedAt, closedAt }) => (
          <li key={`${by} ${reportedAt}`}>
            <Card className="grid gap-1 p-4">
              <div className="flex flex-wrap justify-between gap-x-4">
                <span className="font-strong">{by === 'buyer' ? buyerName : sellerName}</span>
                <Badge tone={closedAt ? 'neutral' : 'warning'}>
                  {t(closedAt ? 'admin.seenTo' : 'admin.open')}
                </Badge>
              </div>
              <p className="wrap-anywhere whitespace-pre-line">{reason}</p>
              <time dateTime={reportedAt} className="text-sm text-muted">
                {formatDate(reportedAt, locale, 'dateTime')}
              </time>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
