import { log } from '@/lib/platform/log';

const HEARTBEAT_MS = 25_000;
/** Then the browser comes back by itself, and who it is is asked again. */
const LONGEST_MS = 10 * 60_000;
const RETRY_MS = 3_000;

type Source = {
  readonly read: () => Promise<string>;
  readonly watch: (onChange: () => void) => Promise<() => void>;
};

/**
 * Server-sent events of one value: what it is now and what it becomes. Each event is named by its value, which the
 * browser names again when it comes back (`Last-Event-ID`): then nothing is told unless the value changed meanwhile.
 * Nothing has to be replayed, since a value says all there is to say.
 */
export function eventStream(request: Request, source: Source): Response {
  const encoder = new TextEncoder();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let sent = request.headers.get('last-event-id');
      let ended = false;
      let unwatch = () => {};
      const send = (text: string) => {
        if (!ended) controller.enqueue(encoder.encode(text));
      };
      const tell = async () => {
        const value = await source.read();
        if (value === sent) return;
        sent = value;
        send(`id: ${value}\ndata: ${value}\n\n`);
      };
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      const limit = setTimeout(() => end(), LONGEST_MS);
      end = () => {
        if (ended) return;
        ended = true;
        clearInterval(heartbeat);
        clearTimeout(limit);
        unwatch();
        controller.close();
      };
      const failed = (error: unknown) => {
        log.warn({ err: error }, 'an event stream ended early');
        end();
      };
      request.signal.addEventListener('abort', () => end());
      try {
        send(`retry: ${RETRY_MS}\n\n`);
        // Watched before it is read: what changes in between is told.
        unwatch = await source.watch(() => void tell().catch(failed));
        if (ended) unwatch();
        await tell();
      } catch (error) {
        failed(error);
      }
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
