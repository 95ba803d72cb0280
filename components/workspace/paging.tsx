import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';

type PagingProps = {
  /** The list's own address, with what narrows it. */
  path: string;
  /** What this page began after; null on the first. */
  after: string | null;
  /** What the next page begins after; null on the last. */
  next: string | null;
  /** The part of its page the list stands in. */
  part?: string;
};

/** The ways from a page of a list: on, and back to its beginning. */
export async function Paging({ path, after, next, part }: PagingProps) {
  if (after === null && next === null) return null;
  const t = await words('shop');
  const hash = part ? `#${part}` : '';
  return (
    <nav aria-label={t('paging.label')} className="mt-6 flex flex-wrap justify-center gap-3">
      {after !== null && <ButtonLink href={`${path}${hash}`}>{t('paging.first')}</ButtonLink>}
      {next !== null && (
        <ButtonLink href={`${path}${path.includes('?') ? '&' : '?'}after=${next}${hash}`}>
          {t('paging.next')}
        </ButtonLink>
      )}
    </nav>
  );
}
