'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import {
  canBeInstalled,
  countVisit,
  rememberDismissal,
  watchInstallPrompt,
  type InstallOffer,
} from './install';

/** Most visits have nothing to be told: they do not load how it is told. */
const AppNotice = lazy(() => import('./app-notice').then((module) => ({ default: module.AppNotice })));

type AppLifecycleProps = {
  /** The service worker is built with the app: there is none in development. */
  hasServiceWorker: boolean;
  words: Readonly<
    Record<'updateReady' | 'reload' | 'install' | 'installLead' | 'installIos' | 'later', string>
  >;
};

/**
 * Registers the service worker once the page is idle, and says two things at the right time: that a new version
 * is ready, and, from the second visit on, that the shop can live on the home screen.
 */
export function AppLifecycle({ hasServiceWorker, words }: AppLifecycleProps) {
  const [applyUpdate, setApplyUpdate] = useState<(() => void) | null>(null);
  const [offer, setOffer] = useState<InstallOffer | null>(null);

  useEffect(() => {
    if (!hasServiceWorker || !('serviceWorker' in navigator)) return;
    const register = async () => {
      const { Workbox } = await import('workbox-window');
      const workbox = new Workbox('/sw.js');
      workbox.addEventListener('waiting', () =>
        setApplyUpdate(() => () => {
          workbox.addEventListener('controlling', () => window.location.reload());
          workbox.messageSkipWaiting();
        }),
      );
      await workbox.register();
    };
    const start = () => void register().catch(() => {});
    if (document.readyState === 'complete') start();
    else window.addEventListener('load', start, { once: true });
    return () => window.removeEventListener('load', start);
  }, [hasServiceWorker]);

  useEffect(() => {
    const visits = countVisit();
    return canBeInstalled(visits) ? watchInstallPrompt(setOffer) : undefined;
  }, []);

  if (applyUpdate) {
    return (
      <Suspense fallback={null}>
        <AppNotice text={words.updateReady} accept={{ label: words.reload, act: applyUpdate }} />
      </Suspense>
    );
  }
  if (!offer) return null;
  const dismiss = () => {
    rememberDismissal();
    setOffer(null);
  };
  return (
    <Suspense fallback={null}>
      <AppNotice
        text={offer.kind === 'ios' ? words.installIos : words.installLead}
        decline={{ label: words.later, act: dismiss }}
        accept={
          offer.kind === 'prompt'
            ? { label: words.install, act: () => void offer.prompt().then(dismiss) }
            : undefined
        }
      />
    </Suspense>
  );
}
