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
  exchanging: 'warning',
  exchanged: 'positive',
};

type ReturnBadgeProps = {
  status: ReturnStatus;
  /** Who reads it: a seller at the desk is the one who is waited for. */
  at?: 'shop' | 'desk';
};

export async function ReturnBadge({ status, at = 'shop' }: ReturnBadgeProps) {
  const t = await words('returns');
  const said = at === 'desk' ? t(`statusAtDesk.${status}`) : t(`status.${status}`);
  return <Badge tone={TONES[status]}>{said}</Badge>;
}
