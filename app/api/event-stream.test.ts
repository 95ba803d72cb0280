import { describe, expect, it } from 'vitest';
import { eventStream } from './event-stream';

/** A value that can be changed, and a browser that reads what is told of it. */
function open(value: string, lastEventId?: string) {
  const hangUp = new AbortController();
  const headers: HeadersInit = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  let watcher = () => {};
  let current = value;
  let watching = false;
  const response = eventStream(new Request('http://shop', { headers, signal: hangUp.signal }), {
    read: async () => current,
    watch: async (onChange) => {
      watcher = onChange;
      watching = true;
      return () => {
        watching = false;
      };
    },
  });
  return {
    become(next: string) {
      current = next;
      watcher();
    },
    isWatched: () => watching,
    /** Hangs up after a moment and gives the events that came until then. */
    async events(): Promise<string[]> {
      setTimeout(() => hangUp.abort(), 50);
      const text = await response.text();
      return text.split('\n\n').filter((event) => event.startsWith('id:'));
    },
  };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

describe('a stream of what a value becomes', () => {
  it('begins with what it is, and names each event by its value', async () => {
    const stream = open('1');
    await settled();
    stream.become('2');
    expect(await stream.events()).toEqual(['id: 1\ndata: 1', 'id: 2\ndata: 2']);
  });

  it('tells a browser that comes back only what changed meanwhile', async () => {
    expect(await open('2', '2').events()).toEqual([]);
    expect(await open('3', '2').events()).toEqual(['id: 3\ndata: 3']);
  });

  it('tells nothing of a change that changed nothing, and stops watching when the browser has gone', async () => {
    const stream = open('1');
    await settled();
    stream.become('1');
    expect(await stream.events()).toEqual(['id: 1\ndata: 1']);
    expect(stream.isWatched()).toBe(false);
  });
});
