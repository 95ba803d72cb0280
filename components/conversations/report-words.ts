import { words } from '@/components/ui/words';
import type { ReportWords } from './report-conversation';

/** What the form says by which either side reports a conversation. */
export async function reportWords(): Promise<ReportWords> {
  const t = await words('conversations');
  return {
    title: t('report.title'),
    lead: t('report.lead'),
    reason: t('report.reason'),
    button: t('report.button'),
    done: t('report.done'),
  };
}
