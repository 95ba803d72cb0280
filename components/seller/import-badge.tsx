import { Badge } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { ImportStatus } from '@/lib/offers/model';

const TONES = {
  expected: 'neutral',
  checking: 'warning',
  unmapped: 'warning',
  checked: 'warning',
  applying: 'warning',
  applied: 'positive',
  undoing: 'warning',
  undone: 'neutral',
  failed: 'danger',
} as const satisfies Record<ImportStatus, string>;

export async function ImportBadge({ status }: { status: ImportStatus }) {
  const t = await words('bulk');
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>;
}
