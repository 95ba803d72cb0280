import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate, type Messages, type Translator } from '@/lib/i18n';
import { SELLER_ROLES } from '@/lib/identity/model';
import type { RefusalDetail } from '@/lib/kernel/result';
import type { DeskAct } from '@/lib/sellers/model';

/** What was done at a desk, by whom, newest first. */
export async function ActList({ acts }: { acts: readonly DeskAct[] }) {
  const [t, locale] = await Promise.all([words('team'), currentLocale()]);
  if (acts.length === 0) return <p className="text-muted">{t('acts.empty')}</p>;
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-raised">
      {acts.map((act) => (
        <li key={act.auditId} className="grid gap-x-4 gap-y-1 px-4 py-3 text-sm md:grid-cols-[1fr_auto]">
          <p className="min-w-0">
            <span className="font-strong">{act.by ?? keyName(act) ?? t('acts.somebody')}</span>{' '}
            {actWords(act.action, t)}
            <Subject detail={act.detail} label={t('acts.see')} />
            <span className="block break-words text-muted empty:hidden">{about(act, t)}</span>
          </p>
          <time dateTime={act.createdAt.toISOString()} className="text-muted">
            {formatDate(act.createdAt, locale, 'dateTime')}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** Pages of what acts are about, by the prefix of its id. */
const PAGES: Readonly<Record<string, string>> = {
  slo: '/seller/orders/',
  ret: '/seller/returns/',
  cnv: '/seller/messages/',
  prd: '/seller/products/',
};

function Subject({ detail: { subject }, label }: { detail: RefusalDetail; label: string }) {
  const page = typeof subject === 'string' && PAGES[subject.slice(0, subject.indexOf('_'))];
  if (!page) return null;
  return (
    <>
      {' · '}
      <Link href={`${page}${subject}`} className="touch underline underline-offset-4">
        {label}
      </Link>
    </>
  );
}

type KnownAct = keyof Messages['team']['did'];

/** `seller.accept-order` -> what it says of it; acts of another release may be known no more. */
function actWords(action: string, t: Translator<'team'>): string {
  const act = action.replace('seller.', '');
  return isKnown(act, t) ? t(`did.${act}`) : t('acts.other');
}

function isKnown(act: string, t: Translator<'team'>): act is KnownAct {
  return t.has(`did.${act as KnownAct}`);
}

/** What the key is called by which a program did it. */
function keyName({ actor, detail: { key } }: DeskAct): string | null {
  return actor.startsWith('key:') && typeof key === 'string' ? key : null;
}

/** Whom it was about and which role they have since, or which key. */
function about({ actor, detail: { email, role, key }, member }: DeskAct, t: Translator<'team'>): string {
  const whom = member ?? (typeof email === 'string' ? email : null);
  const known = SELLER_ROLES.find((each) => each === role);
  const made = actor.startsWith('user:') && typeof key === 'string' ? key : null;
  return [whom, known && t(`roles.${known}`), made].filter(Boolean).join(', ');
}
