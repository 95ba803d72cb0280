import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { figtree } from '@/app/fonts';
import { AppLifecycle } from '@/components/pwa/app-lifecycle';
import { DialogCommands } from '@/components/ui/dialog-commands';
import { LocaleProvider } from '@/components/ui/locale-context';
import { ToastRegion } from '@/components/ui/toast';
import { currentLocale, words } from '@/components/ui/words';
import { APPLY_THEME } from '@/components/shop/theme';
import { directionOf, LOCALES } from '@/lib/i18n';
import { env } from '@/lib/platform/env';
import '../globals.css';

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('shop');
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: t('title'), template: t('titleTemplate') },
    description: t('description'),
    applicationName: 'Souk',
    icons: { apple: '/icons/apple-180.png' },
    appleWebApp: { capable: true, title: 'Souk', statusBarStyle: 'default' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f5' },
    { media: '(prefers-color-scheme: dark)', color: '#13100c' },
  ],
};

/** The document every page of a locale is in. It reads no cookie: pages under it are cached whole. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale();
  const [t, app] = await Promise.all([words('shop'), words('pwa')]);
  return (
    <html lang={locale} dir={directionOf(locale)} className={figtree.variable} suppressHydrationWarning>
      <body>
        <script dangerouslySetInnerHTML={{ __html: APPLY_THEME }} />
        <LocaleProvider locale={locale}>
          {children}
          <ToastRegion words={{ connection_lost: t('connectionLost') }} />
        </LocaleProvider>
        <AppLifecycle
          hasServiceWorker={env().NODE_ENV === 'production'}
          words={{
            updateReady: app('updateReady'),
            reload: app('reload'),
            install: app('install'),
            installLead: app('installLead'),
            installIos: app('installIos'),
            later: app('later'),
          }}
        />
        <DialogCommands />
      </body>
    </html>
  );
}
