'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import {
  canBeInstalled,
  countVisit,
  rememberDismissal,
  watchInstallPrompt,
  type InstallOffer,
} from './install';

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
      <Notice text={words.updateReady}>
        <Button variant="primary" size="small" onClick={applyUpdate}>
          {words.reload}
        </Button>
      </Notice>
    );
  }
  if (!offer) return null;
  const dismiss = () => {
    rememberDismissal();
    setOffer(null);
  };
  return (
    <Notice text={offer.kind === 'ios' ? words.installIos : words.installLead}>
      <Button variant="quiet" size="small" onClick={dismiss}>
        {words.later}
      </Button>
      {offer.kind === 'prompt' && (
        <Button variant="primary" size="small" onClick={() => void offer.prompt().then(dismiss)}>
          {words.install}
        </Button>
      )}
    </Notice>
  );
}

function Notice({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-[calc(var(--tab-bar)+1rem)] z-40 mx-auto flex max-w-text animate-rise flex-wrap items-center justify-end gap-3 rounded-lg border border-line bg-raised p-4 shadow-float"
    >
      <p className="min-w-48 flex-1 text-sm">{text}</p>
      <div className="flex gap-2">{children}</div>
    </div>
  );
}
