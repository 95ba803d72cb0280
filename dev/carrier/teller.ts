import { EASYPOST_SIGNATURE_HEADER, signEasyPostBody } from '@/lib/platform/carriers/easypost';
import type { ParcelBook } from './parcel-book';
import type { TrackerEvent } from './tracker';

export type WebhookEndpoint = { readonly url: string; readonly secret: string };

const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** Brings events to the webhook endpoint, one after the other, until each is answered 2xx; waits longer each time. */
export class Teller {
  readonly #book: ParcelBook;
  readonly #endpoint: WebhookEndpoint;
  #timer: NodeJS.Timeout | null = null;
  #telling: Promise<void> | null = null;
  #failures = 0;
  #closed = false;

  constructor(book: ParcelBook, endpoint: WebhookEndpoint) {
    this.#book = book;
    this.#endpoint = endpoint;
  }

  /** There may be something to tell. */
  wake(): void {
    if (this.#closed || this.#telling) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#telling = this.#tellAll().finally(() => {
      this.#telling = null;
      if (this.#closed || this.#book.untold().length === 0) return;
      const waitMs =
        this.#failures === 0 ? 0 : Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LAST_RETRY_MS);
      this.#timer = setTimeout(() => this.wake(), waitMs);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#telling;
  }

  async #tellAll(): Promise<void> {
    for (const event of this.#book.untold()) {
      if (this.#closed) return;
      const accepted = await this.#tell(event);
      this.#failures = accepted ? 0 : this.#failures + 1;
      if (!accepted) return;
      await this.#book.told(event);
    }
  }

  async #tell(event: TrackerEvent): Promise<boolean> {
    const body = JSON.stringify(event);
    try {
      const response = await fetch(this.#endpoint.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [EASYPOST_SIGNATURE_HEADER]: signEasyPostBody(body, this.#endpoint.secret),
        },
        body,
        signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
      });
      return response.ok;
    } catch {
      return false;
    }
  }
}
