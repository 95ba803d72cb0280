import { createServer, type IncomingMessage } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { listenFrom } from '../listen';
import { isUnderway, newTracker, pushed, PUSHES, type Push } from './journey';
import { drawLabel, LabelDesk, wantedShipment } from './labels';
import { notFoundPage, parcelsPage } from './pages';
import { ParcelBook } from './parcel-book';
import { Teller } from './teller';
import type { Tracker } from './tracker';

export type CarrierSandboxOptions = {
  /** Keeps the parcels. */
  readonly folder: string;
  readonly port?: number;
  readonly apiKey: string;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  /** How long a parcel stays where it is. */
  readonly stepSeconds: number;
  /** Told what a person should know. */
  readonly warn: (line: string) => void;
};

export type CarrierSandbox = {
  /** For EASYPOST_API_URL; in a browser, where a person sees and moves the parcels. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
};

const TICK_MS = 500;
const MAX_BODY_BYTES = 64 * 1024;

const wanted = z.object({
  tracker: z.object({
    tracking_code: z.string().trim().min(1).max(100),
    carrier: z.string().max(60).optional(),
  }),
});

type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

const NOT_FOUND = refusal(404, 'NOT_FOUND', 'The requested resource could not be found');

const bought = z.object({ rate: z.object({ id: z.string() }) });

/**
 * A carrier with EasyPost's interface whose parcels really move: every one a step further each `stepSeconds`, telling
 * the webhook endpoint of each scan; it sells labels, too. A person, or a test, moves one by `POST /parcels/<id>/forward`, `lose` or `return`.
 */
export async function startCarrierSandbox(options: CarrierSandboxOptions): Promise<CarrierSandbox> {
  const book = await ParcelBook.open(options.folder);
  const teller = new Teller(book, { url: options.webhookUrl, secret: options.webhookSecret });
  const sandbox = new Carrier(book, teller, options);
  const server = createServer((request, response) => {
    sandbox.answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.writeHead(500).end(),
    );
  });
  const port = await listenFrom(server, options.port ?? 8095);
  const clock = setInterval(() => {
    sandbox.moveDueParcels(new Date()).catch((error: unknown) => options.warn(String(error)));
  }, TICK_MS);
  teller.wake();
  return {
    port,
    url: `http://localhost:${port}`,
    close: async () => {
      clearInterval(clock);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await teller.close();
    },
  };
}

class Carrier {
  readonly #book: ParcelBook;
  readonly #teller: Teller;
  readonly #labels: LabelDesk;
  readonly #options: CarrierSandboxOptions;
  #moving = false;

  constructor(book: ParcelBook, teller: Teller, options: CarrierSandboxOptions) {
    this.#book = book;
    this.#teller = teller;
    this.#labels = new LabelDesk(options.folder);
    this.#options = options;
  }

  async moveDueParcels(now: Date): Promise<void> {
    if (this.#moving) return;
    this.#moving = true;
    try {
      const dueBefore = new Date(now.getTime() - this.#options.stepSeconds * 1000).toISOString();
      const isDue = (tracker: Tracker) => isUnderway(tracker) && tracker.updated_at <= dueBefore;
      for (const { tracker } of this.#book.list()) {
        if (isDue(tracker)) await this.#push(tracker, 'forward', now);
      }
    } finally {
      this.#moving = false;
    }
  }

  async answer(request: IncomingMessage): Promise<Answer> {
    const { pathname } = new URL(request.url ?? '/', 'http://carrier');
    const [area, ...path] = pathname.split('/').filter(Boolean);
    if (area === undefined) return html(200, parcelsPage(this.#book.list(), this.#options.stepSeconds));
    if (area === 'parcels' && request.method === 'POST') return this.#pushByHand(path);
    if (area === 'labels') return this.#showLabel(path[0] ?? '');
    if (area === 'v2') return this.#answerApi(request, path);
    return html(404, notFoundPage());
  }

  async #answerApi(request: IncomingMessage, [kind, ...path]: readonly string[]): Promise<Answer> {
    if (!this.#isKnown(request)) return refusal(401, 'APIKEY.INACTIVE', 'This API key is not known here');
    if (kind === 'trackers') return this.#answerTrackers(request, path[0]);
    if (kind === 'shipments') return this.#answerShipments(request, path);
    return NOT_FOUND;
  }

  /** EasyPost makes a shipment with its rates, and sells it at one of them once. */
  async #answerShipments(request: IncomingMessage, [id, act]: readonly string[]): Promise<Answer> {
    if (id === undefined) {
      const parsed = wantedShipment.safeParse(request.method === 'POST' ? await readJson(request) : null);
      return parsed.success
        ? json(201, await this.#labels.make(parsed.data, new Date()))
        : refusal(422, 'SHIPMENT.INVALID_PARAMS', 'An address or the parcel is missing');
    }
    const shipment = await this.#labels.get(id);
    if (!shipment) return NOT_FOUND;
    if (request.method === 'GET' && act === undefined) return json(200, shipment);
    if (request.method !== 'POST' || act !== 'buy') return NOT_FOUND;
    const parsed = bought.safeParse(await readJson(request));
    const baseUrl = `http://${request.headers.host ?? 'localhost'}`;
    const sold = parsed.success && (await this.#labels.sell(shipment, parsed.data.rate.id, baseUrl));
    if (!sold) return refusal(422, 'SHIPMENT.POSTAGE.FAILURE', 'It is bought already, or has no such rate');
    const tracker = newTracker(sold.tracking_code ?? '', 'Sandbox', new Date());
    await this.#book.record(tracker, 'tracker.created');
    this.#teller.wake();
    return json(200, sold);
  }

  async #showLabel(id: string): Promise<Answer> {
    const shipment = await this.#labels.get(id);
    if (!shipment?.postage_label) return html(404, notFoundPage());
    return {
      status: 200,
      headers: { 'content-type': 'application/pdf' },
      body: await drawLabel(shipment),
    };
  }

  async #answerTrackers(request: IncomingMessage, trackerId: string | undefined): Promise<Answer> {
    if (request.method === 'GET' && trackerId) {
      const parcel = this.#book.get(trackerId);
      return parcel ? json(200, parcel.tracker) : NOT_FOUND;
    }
    if (request.method !== 'POST' || trackerId) return NOT_FOUND;
    const parsed = wanted.safeParse(await readJson(request));
    if (!parsed.success) {
      return refusal(422, 'PARAMETER.REQUIRED', 'tracker.tracking_code is missing or too long');
    }
    const { tracking_code, carrier = 'Sandbox' } = parsed.data.tracker;
    const known = this.#book.findByCode(tracking_code);
    if (known) return json(200, known);
    const tracker = newTracker(tracking_code, carrier, new Date());
    await this.#book.record(tracker, 'tracker.created');
    this.#teller.wake();
    return json(201, tracker);
  }

  async #pushByHand([trackerId = '', push = '']: readonly string[]): Promise<Answer> {
    const parcel = this.#book.get(trackerId);
    const known = PUSHES.find((each) => each === push);
    if (!parcel || !known) return html(404, notFoundPage());
    await this.#push(parcel.tracker, known, new Date());
    return { status: 303, headers: { location: '/' }, body: '' };
  }

  async #push(tracker: Tracker, push: Push, now: Date): Promise<void> {
    const after = pushed(tracker, push, now);
    if (!after) return;
    await this.#book.record(after, 'tracker.updated');
    this.#teller.wake();
  }

  /** EasyPost takes the key as the user of basic authentication. */
  #isKnown({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(headers.authorization ?? '');
    const expected = Buffer.from(`Basic ${Buffer.from(`${this.#options.apiKey}:`).toString('base64')}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY_BYTES) return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function html(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

function refusal(status: number, code: string, message: string): Answer {
  return json(status, { error: { code, message, errors: [] } });
}
