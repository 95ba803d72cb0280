import type { ReactNode } from 'react';
import { Logo } from '@/components/shop/logo';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';

/** Nothing but the one thing to do, and the way home. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await words('shop');
  return (
    <div className="page flex min-h-dvh flex-col pb-16">
      <header className="flex h-20 items-center justify-center">
        <Link href="/" aria-label={t('home')} className="touch rounded-sm">
          <Logo />
        </Link>
      </header>
      <main className="py-6 md:py-10">{children}</main>
    </div>
  );
}
