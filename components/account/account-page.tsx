import { ChevronLeft } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';

type AccountPageProps = {
  title: string;
  /** At the end of the heading's line. */
  aside?: ReactNode;
  /** Lists and cards may use the page's whole width; forms are easier to read narrow. */
  wide?: boolean;
  children: ReactNode;
};

/** A page of the account below its home, with the way back. */
export async function AccountPage({ title, aside, wide = false, children }: AccountPageProps) {
  const t = await words('account');
  return (
    <div className="page py-6 md:py-10">
      <div className={classNames('grid gap-6', !wide && 'max-w-text')}>
        <header>
          <Link
            href="/account"
            className="touch inline-flex items-center gap-1 text-sm text-muted hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
            {t('back')}
          </Link>
          <div className="mt-1 flex flex-wrap items-baseline justify-between gap-3">
            <h1 className="text-xl md:text-2xl">{title}</h1>
            {aside}
          </div>
        </header>
        {children}
      </div>
    </div>
  );
}
