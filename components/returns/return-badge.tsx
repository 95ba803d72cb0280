import { Badge, type Tone } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { ReturnStatus } from '@/lib/returns/model';

const TONES: Readonly<Record<ReturnStatus, Tone>> = {
  requested: 'warning',
  accepted: 'accent',
  declined: 'danger',
  sent: 'accent',
  received: 'warning',
  inspected: 'accent',
  refunded: 'positive',
  rejected: 'danger',
  escalated: 'warning',
  ruled: 'neutral',
  cancelled: 'neutral',
};

export async function ReturnBadge({ status }: { status: ReturnStatus }) {
  const t = await words('returns');
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>;
}
