import {
  CONNECT,
  type FormAnswer,
  type FormCall,
  type FormCommand,
  type FormNotice,
  type FormSettings,
} from '../messages';
import { CardFields } from './card-fields';
import { MethodTabs } from './method-tabs';
import { createCardMethod } from './create-method';
import { offerTestCards } from './test-card-list';

/**
 * The frame's side: it waits for the page's script to hand it a port, then does what it is asked and tells its
 * height and state. Only the window that embeds the frame is listened to.
 */
const root = document.documentElement;
const form = requireElement('form', HTMLFormElement);

window.addEventListener('message', function connect(event: MessageEvent) {
  const [port] = event.ports;
  if (event.source !== window.parent || event.data?.type !== CONNECT || !port) return;
  window.removeEventListener('message', connect);
  start(port, event.data.settings);
});

function start(port: MessagePort, given: FormSettings): void {
  let settings = given;
  const tell = (notice: FormNotice) => port.postMessage(notice);
  const tabs = new MethodTabs(form);
  const card = new CardFields(form);

  const tellChange = () => {
    const method = tabs.selected;
    tell({
      notice: 'change',
      method,
      empty: method === 'card' && card.isEmpty,
      complete: method !== 'card' || card.isComplete,
    });
  };
  const configure = (next: FormSettings) => {
    settings = next;
    root.style.colorScheme = next.theme.scheme;
    for (const [name, value] of Object.entries(next.theme.variables)) root.style.setProperty(name, value);
    tabs.offer(next.methods);
  };
  const perform = async (asked: FormCall): Promise<FormAnswer> => {
    const method = tabs.selected;
    if (method !== 'card') return { method };
    if (asked.call === 'createMethod') return createCardMethod(settings.publishableKey, card, asked.request);
    const problem = card.showProblems();
    if (!problem) return { method };
    return { error: { type: 'validation_error', code: problem.code, message: problem.message } };
  };

  port.onmessage = async (event: MessageEvent<FormCall | FormCommand>) => {
    const said = event.data;
    if ('call' in said) tell({ notice: 'answer', id: said.id, answer: await perform(said) });
    else if (said.command === 'configure') configure(said.settings);
    else if (said.command === 'focus') card.focus();
    else if (said.command === 'clear') card.clear();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };

  configure(settings);
  tabs.onChange(tellChange);
  card.onChange(tellChange);
  offerTestCards(form, card);
  new ResizeObserver(() =>
    tell({ notice: 'height', height: Math.ceil(form.getBoundingClientRect().height) }),
  ).observe(form);
  form.addEventListener('focusin', () => tell({ notice: 'focus' }));
  form.addEventListener('focusout', () => tell({ notice: 'blur' }));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('keydown', (event) => event.key === 'Escape' && tell({ notice: 'escape' }));
  root.dataset.ready = '';
  tell({ notice: 'height', height: Math.ceil(form.getBoundingClientRect().height) });
  tell({ notice: 'ready' });
  tellChange();
}

function requireElement<T extends Element>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${selector}`);
}
