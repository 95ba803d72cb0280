const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes a Ctrl-C on that the terminal has delivered already; that is the same one. */
const ANOTHER_AFTER_MS = 500;

type Stoppable = {
  /** The first signal: end in order. */
  readonly stop: () => Promise<void>;
  /** A second one: do not wait any more. */
  readonly kill: () => void;
  /** Of the process, after `stop`. */
  readonly exitCode: number;
};

/** Ends this process in order when it is asked to, and at once when it is asked again or meets a fault. */
export function stopOnSignals({ stop, kill, exitCode }: Stoppable): void {
  let askedAt: number | null = null;
  const end = (code: number) => {
    askedAt = Date.now();
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        kill();
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (askedAt === null) end(exitCode);
      else if (Date.now() - askedAt > ANOTHER_AFTER_MS) {
        kill();
        process.exit(130);
      }
    });
  }
  const onFault = (error: unknown) => {
    console.error(error);
    if (askedAt === null) end(1);
  };
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
}
