import { Folded } from '@/components/ui/folded';
import { words } from '@/components/ui/words';

const RULES = ['sales', 'views', 'returned', 'buyBox', 'stockOut'] as const;

/** What each number means and what it is made of. */
export async function CountingRules() {
  const t = await words('insight');
  return (
    <Folded title={t('rules.title')}>
      {RULES.map((rule) => (
        <p key={rule} className="max-w-text text-sm">
          {t(`rules.${rule}`)}
        </p>
      ))}
    </Folded>
  );
}
