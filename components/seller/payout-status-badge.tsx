import { Badge, type Tone } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { PayoutStatus } from '@/lib/payouts/model';

const TONES: Readonly<Record<PayoutStatus, Tone>> = {
  requested: 'warning',
  transferred: 'accent',
  paid: 'positive',
  bounced: 'danger',
  failed: 'danger',
};

export async function PayoutStatusBadge({ status }: { status: PayoutStatus }) {
  const t = await words('seller');
  return <Badge tone={TONES[status]}>{t(`payoutStatus.${status}`)}</Badge>;
}
