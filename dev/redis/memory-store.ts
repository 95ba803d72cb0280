import { randomUUID } from 'node:crypto';
import RedisMock from 'ioredis-mock';

/** One command: its name and arguments, as strings. */
export type Command = readonly string[];

/** A command Redis itself would refuse, or one this store cannot carry out faithfully. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const SUPPORTED = new Set(
  `append decr decrby del echo exists expire expireat flushall get getdel getrange getset hdel hexists hget hgetall
   hincrby hkeys hlen hmget hset hsetnx hvals incr incrby keys lindex llen lpop lpush lrange lrem ltrim mget mset
   persist pexpire ping psetex pttl rename rpop rpush sadd scan scard set setex setnx sismember smembers srem strlen
   time ttl type unlink zadd zcard zcount zincrby zrange zrangebyscore zrank zrem zremrangebyscore zrevrange
   zscore`.split(/\s+/),
);

/** Where a command's option words begin; the mock knows them in capitals only and ignores all others. */
const OPTIONS_BEGIN: Readonly<Record<string, number>> = {
  set: 2,
  scan: 1,
  zadd: 1,
  zrange: 3,
  zrangebyscore: 3,
};
const OPTION =
  /^(?:NX|XX|GT|LT|CH|INCR|EX|PX|EXAT|PXAT|KEEPTTL|GET|MATCH|COUNT|TYPE|WITHSCORES|LIMIT|BYSCORE|REV)$/i;

const SWEEP_INTERVAL_MS = 60_000;

/** Redis in this process's memory. A command runs to its end before the next begins, like in the real one. */
export class MemoryStore {
  // The mock shares its data among instances that name the same host.
  readonly #redis = new RedisMock({ host: randomUUID() });
  readonly #written = new Set<string>();
  readonly #sweeper = setInterval(() => void this.#sweep(), SWEEP_INTERVAL_MS).unref();

  /** Resolves to the reply in Redis's terms: string, number, null or a list of those. */
  async run(command: Command): Promise<unknown> {
    const [name = '', ...args] = command;
    const method = name.toLowerCase();
    const implementation: unknown = SUPPORTED.has(method) ? Reflect.get(this.#redis, method) : undefined;
    if (typeof implementation !== 'function') {
      throw new CommandError(`ERR unknown command '${name}' (the local endpoint has a subset of Redis)`);
    }
    if (/^p?expire(at)?$/.test(method) && args.length > 2) {
      throw new CommandError(`ERR the local endpoint has no options of ${name}`);
    }
    if (args[0] !== undefined) this.#written.add(args[0]);
    return flatten(await Reflect.apply(implementation, this.#redis, withCapitalOptions(method, args)));
  }

  close(): void {
    clearInterval(this.#sweeper);
    this.#redis.disconnect();
  }

  /** The mock forgets an expired key only when somebody asks for it, and most are never asked for again. */
  async #sweep(): Promise<void> {
    for (const key of this.#written) {
      if ((await this.#redis.exists(key)) === 0) this.#written.delete(key);
    }
  }
}

function withCapitalOptions(method: string, args: readonly string[]): string[] {
  const begin = OPTIONS_BEGIN[method] ?? args.length;
  return args.map((arg, index) => (index >= begin && OPTION.test(arg) ? arg.toUpperCase() : arg));
}

/** HGETALL comes as an object; on the wire it is a flat list. */
function flatten(reply: unknown): unknown {
  if (reply === undefined) return null;
  const isMap = typeof reply === 'object' && reply !== null && !Array.isArray(reply);
  return isMap ? Object.entries(reply).flat() : reply;
}
