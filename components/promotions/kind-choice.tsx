import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import type { PromotionKind } from '@/lib/promotions/model';

/** What a new promotion is to do: each leads to its form. */
export async function KindChoice({ under, kinds }: { under: string; kinds: readonly PromotionKind[] }) {
  const t = await words('promotions');
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {kinds.map((kind) => (
        <li key={kind}>
          <Link
            href={`${under}/new?kind=${kind}`}
            className="grid h-full content-start gap-1 rounded-lg border border-line bg-raised p-4 transition hover:border-edge"
          >
            <span className="font-strong">{t(`kind.${kind}`)}</span>
            <span className="text-sm text-muted">{t(`kind.${kind}Lead`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
