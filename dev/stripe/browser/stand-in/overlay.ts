import { STEP_DONE } from '../messages';

/**
 * Shows a page of the sandbox over the shop's page until it says that it is done, and resolves with what it
 * said. Only messages of that very frame count.
 */
export function showOverlay(address: string, label: string): Promise<unknown> {
  const before = document.activeElement;
  const scheme = pageScheme();
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', label);
  dialog.style.cssText =
    'position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;margin:0;padding:0;border:0;background:transparent';
  const frame = document.createElement('iframe');
  frame.src = `${address}&scheme=${scheme}`;
  frame.title = label;
  // A frame is transparent only when its scheme is its document's.
  frame.style.cssText = `display:block;width:100%;height:100%;border:0;color-scheme:${scheme}`;
  frame.addEventListener('load', () => frame.focus());
  dialog.append(frame);
  document.body.append(dialog);
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.showModal();
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      if (event.source !== frame.contentWindow || event.data?.type !== STEP_DONE) return;
      window.removeEventListener('message', listen);
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(event.data.result);
    };
    window.addEventListener('message', listen);
  });
}

function pageScheme(): 'light' | 'dark' {
  const declared = getComputedStyle(document.documentElement).colorScheme;
  if (declared === 'light' || declared === 'dark') return declared;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
