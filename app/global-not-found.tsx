import { Compass } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { figtree } from './fonts';
import { Logo } from '@/components/shop/logo';
import { buttonClass } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { EmptyState } from '@/components/ui/state';
import { DEFAULT_LOCALE, translator } from '@/lib/i18n';
import './globals.css';

const t = translator(DEFAULT_LOCALE, 'shop');

export const metadata: Metadata = { title: t('notFound.title') };

/** An address that is no route. It is in no locale, so it is a document of its own and the same for all. */
export default function GlobalNotFound() {
  return (
    <html lang={DEFAULT_LOCALE} className={figtree.variable}>
      <body className="page py-6">
        <a href="/" aria-label={t('home')}>
          <Logo />
        </a>
        <main>
          <EmptyState
            heading="h1"
            icon={<Compass aria-hidden />}
            title={t('notFound.title')}
            action={
              <a href="/" className={buttonClass({ variant: 'primary' })}>
                {t('notFound.home')}
              </a>
            }
          >
            <p>{t('notFound.body')}</p>
            <form action="/search" role="search" className="mt-6">
              <Input
                name="q"
                type="search"
                aria-label={t('notFound.search')}
                placeholder={t('notFound.search')}
              />
            </form>
          </EmptyState>
        </main>
      </body>
    </html>
  );
}
