import type { StripeError } from '@stripe/stripe-js';
import {
  CONNECT,
  type FormAnswer,
  type FormCall,
  type FormCommand,
  type FormNotice,
  type FormSettings,
  type MethodRequest,
} from '../messages';
import { IntegrationError } from './integration-error';

export type ElementEvent = 'ready' | 'change' | 'focus' | 'blur' | 'escape' | 'loaderror' | 'loaderstart';

type Handler = (event: object) => void;

const FIRST_HEIGHT_PX = 260;

/** The form's frame in the shop's page, and the line to it. */
export class PaymentElement {
  readonly #formUrl: string;
  readonly #handlers = new Map<ElementEvent, Set<Handler>>();
  readonly #waiting = new Map<number, (answer: FormAnswer) => void>();
  #settings: FormSettings;
  #frame: HTMLIFrameElement | null = null;
  #port: MessagePort | null = null;
  #lastCall = 0;

  constructor(formUrl: string, settings: FormSettings) {
    this.#formUrl = formUrl;
    this.#settings = settings;
  }

  mount(target: string | HTMLElement): void {
    const container = typeof target === 'string' ? document.querySelector(target) : target;
    if (!container) throw new IntegrationError('There is no such element to mount the form in.');
    if (this.#frame) throw new IntegrationError('The payment element is mounted already.');
    const frame = document.createElement('iframe');
    frame.title = 'Secure payment form';
    frame.src = this.#formUrl;
    frame.allow = 'payment *';
    // Wider by the room that focus rings need inside, so that the fields align with what surrounds the frame.
    frame.style.cssText = `display:block;width:calc(100% + 8px);margin:-4px;border:0;height:${FIRST_HEIGHT_PX}px`;
    frame.style.colorScheme = this.#settings.theme.scheme;
    frame.addEventListener('load', () => this.#connect(frame));
    frame.addEventListener('error', () => this.#failToLoad());
    this.#frame = frame;
    container.replaceChildren(frame);
    this.#tell('loaderstart', { elementType: 'payment' });
  }

  unmount(): void {
    this.#port?.close();
    this.#port = null;
    this.#frame?.remove();
    this.#frame = null;
  }

  destroy(): void {
    this.unmount();
    this.#handlers.clear();
  }

  on(event: ElementEvent, handler: Handler): this {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
    return this;
  }

  once(event: ElementEvent, handler: Handler): this {
    const only: Handler = (payload) => {
      this.off(event, only);
      handler(payload);
    };
    return this.on(event, only);
  }

  off(event: ElementEvent, handler?: Handler): this {
    if (handler) this.#handlers.get(event)?.delete(handler);
    else this.#handlers.delete(event);
    return this;
  }

  focus(): void {
    this.#frame?.focus();
    this.#command({ command: 'focus' });
  }

  blur(): void {
    this.#command({ command: 'blur' });
  }

  clear(): void {
    this.#command({ command: 'clear' });
  }

  /** Options of the element itself have no effect on the sandbox's form after it is made. */
  update(): this {
    return this;
  }

  configure(change: Partial<FormSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    if (this.#frame) this.#frame.style.colorScheme = this.#settings.theme.scheme;
    this.#command({ command: 'configure', settings: this.#settings });
  }

  /** Shows what is wrong beside each field, or answers the method that was chosen. */
  validate(): Promise<FormAnswer> {
    return this.#call((id) => ({ id, call: 'validate' }));
  }

  /** Turns what was typed into a payment method, inside the frame. */
  createMethod(request: MethodRequest): Promise<FormAnswer> {
    return this.#call((id) => ({ id, call: 'createMethod', request }));
  }

  #connect(frame: HTMLIFrameElement): void {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = (event: MessageEvent<FormNotice>) => this.#heed(event.data);
    frame.contentWindow?.postMessage(
      { type: CONNECT, settings: this.#settings },
      new URL(this.#formUrl).origin,
      [port2],
    );
  }

  #heed(notice: FormNotice): void {
    switch (notice.notice) {
      case 'height':
        if (this.#frame) this.#frame.style.height = `${notice.height}px`;
        return;
      case 'answer':
        this.#waiting.get(notice.id)?.(notice.answer);
        this.#waiting.delete(notice.id);
        return;
      case 'change':
        this.#tell('change', {
          elementType: 'payment',
          empty: notice.empty,
          complete: notice.complete,
          collapsed: false,
          value: { type: notice.method === 'wallet' ? walletName() : notice.method },
        });
        return;
      default:
        this.#tell(notice.notice, { elementType: 'payment' });
    }
  }

  #call(make: (id: number) => FormCall): Promise<FormAnswer> {
    const port = this.#port;
    if (!port) {
      return Promise.reject(
        new IntegrationError('The payment element must be mounted and ready before it is used.'),
      );
    }
    const id = ++this.#lastCall;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      port.postMessage(make(id));
    });
  }

  #command(command: FormCommand): void {
    this.#port?.postMessage(command);
  }

  #failToLoad(): void {
    const error: StripeError = { type: 'api_connection_error', message: 'The payment form did not load.' };
    this.#tell('loaderror', { elementType: 'payment', error });
  }

  #tell(event: ElementEvent, payload: object): void {
    for (const handler of this.#handlers.get(event) ?? []) handler(payload);
  }
}

/** The wallet this device would have. */
export function walletName(): 'apple_pay' | 'google_pay' {
  return /iPhone|iPad|Macintosh/.test(navigator.userAgent) ? 'apple_pay' : 'google_pay';
}
