/** When and how the app may offer to be installed. Browser only. */
export type InstallOffer =
  | { readonly kind: 'prompt'; prompt(): Promise<void> }
  /** Safari on a phone has no prompt: people have to be told the way. */
  | { readonly kind: 'ios' };

/** Chromium's event; it is in no standard's types. */
type BeforeInstallPromptEvent = Event & { prompt(): Promise<unknown> };

const VISITS = 'souk:visits';
const DISMISSED_AT = 'souk:install-dismissed-at';
const ASK_FROM_VISIT = 2;
const ASK_AGAIN_MS = 60 * 24 * 3600 * 1000;

/** Counts this visit (once per tab) and says how many there have been. */
export function countVisit(): number {
  const before = Number(localStorage.getItem(VISITS) ?? 0);
  if (sessionStorage.getItem(VISITS)) return before;
  sessionStorage.setItem(VISITS, '1');
  localStorage.setItem(VISITS, String(before + 1));
  return before + 1;
}

export function canBeInstalled(visits: number): boolean {
  const dismissedAt = Number(localStorage.getItem(DISMISSED_AT) ?? 0);
  const installed = window.matchMedia('(display-mode: standalone)').matches;
  return !installed && visits >= ASK_FROM_VISIT && Date.now() - dismissedAt > ASK_AGAIN_MS;
}

export function rememberDismissal(): void {
  localStorage.setItem(DISMISSED_AT, String(Date.now()));
}

/** Tells of the browser's offer when it makes one; answers how to stop listening. */
export function watchInstallPrompt(onOffer: (offer: InstallOffer) => void): () => void {
  const onPrompt = (event: Event) => {
    event.preventDefault();
    if (isInstallPrompt(event)) onOffer({ kind: 'prompt', prompt: async () => void (await event.prompt()) });
  };
  window.addEventListener('beforeinstallprompt', onPrompt);
  if (isIosSafari()) onOffer({ kind: 'ios' });
  return () => window.removeEventListener('beforeinstallprompt', onPrompt);
}

function isInstallPrompt(event: Event): event is BeforeInstallPromptEvent {
  return 'prompt' in event && typeof event.prompt === 'function';
}

function isIosSafari(): boolean {
  return /iphone|ipad/i.test(navigator.userAgent) && !/crios|fxios/i.test(navigator.userAgent);
}
