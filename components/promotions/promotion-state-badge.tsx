import { Badge } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { PromotionState } from '@/lib/promotions/model';

const TONES = {
  planned: 'neutral',
  running: 'positive',
  paused: 'warning',
  used_up: 'warning',
  ended: 'neutral',
} as const;

export async function PromotionStateBadge({ state }: { state: PromotionState }) {
  const t = await words('promotions');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
