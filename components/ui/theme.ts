/** For what draws by itself and knows neither our CSS variables nor light-dark(). Browsers only. */

/** Calls back whenever the page turns dark or light, by the system's choice or the person's. Returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  system.addEventListener('change', changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    chosen.disconnect();
  };
}

/** A colour of ours (`--color-accent`) as rgb, as it is at `place` now. */
export function resolvedColor(place: HTMLElement, token: string): string {
  return resolved(place, { color: `var(${token})` }).color;
}

/** A length of ours (`--radius-md`) in pixels. */
export function resolvedLength(place: HTMLElement, token: string): string {
  return resolved(place, { borderTopLeftRadius: `var(${token})` }).borderTopLeftRadius;
}

function resolved(place: HTMLElement, style: Partial<CSSStyleDeclaration>) {
  const probe = document.createElement('span');
  Object.assign(probe.style, style, { display: 'none' });
  place.append(probe);
  const { color, borderTopLeftRadius } = getComputedStyle(probe);
  probe.remove();
  return { color, borderTopLeftRadius };
}
