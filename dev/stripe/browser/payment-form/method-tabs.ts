import type { MethodType } from '../messages';

/** The choice between card, wallet and PayPal: tabs with one stop in the tab order and arrow keys between them. */
export class MethodTabs {
  readonly #tabs: readonly HTMLButtonElement[];
  readonly #listeners = new Set<() => void>();

  constructor(form: HTMLFormElement) {
    this.#tabs = [...form.querySelectorAll<HTMLButtonElement>('[role=tab]')];
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => this.#select(tab));
      tab.addEventListener('keydown', (event) => this.#move(tab, event));
    }
  }

  get selected(): MethodType {
    const tab = this.#tabs.find((each) => each.ariaSelected === 'true');
    return tab ? methodOf(tab) : 'card';
  }

  /** Shows only these methods. */
  offer(methods: readonly MethodType[]): void {
    for (const tab of this.#tabs) tab.hidden = !methods.includes(methodOf(tab));
    const first = this.#tabs.find((tab) => !tab.hidden);
    if (first && !methods.includes(this.selected)) this.#select(first);
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #select(chosen: HTMLButtonElement): void {
    for (const tab of this.#tabs) {
      const selected = tab === chosen;
      tab.ariaSelected = String(selected);
      tab.tabIndex = selected ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !selected;
    }
    for (const listener of this.#listeners) listener();
  }

  #move(from: HTMLButtonElement, event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const shown = this.#tabs.filter((tab) => !tab.hidden);
    const next = shown.at((shown.indexOf(from) + step) % shown.length);
    if (!next) return;
    this.#select(next);
    next.focus();
  }
}

function methodOf(tab: HTMLButtonElement): MethodType {
  const method = tab.dataset.method;
  return method === 'wallet' || method === 'paypal' ? method : 'card';
}
