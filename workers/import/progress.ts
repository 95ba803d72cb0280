import type { WriteStream } from 'node:tty';
import type { ImportStatus } from './import-file';

const BAR_WIDTH = 28;
const LINE_SECONDS = 5;

export type Progress = {
  show(status: ImportStatus): void;
  end(): void;
  /** Since the start. */
  seconds(): number;
};

/** A bar that redraws itself on a terminal, a line every few seconds anywhere else. */
export function startProgress(out: WriteStream): Progress {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  let lastLineAt = 0;
  return {
    seconds,
    show(status) {
      const line = `${bar(status.share)} ${describeStatus(status, seconds())}`;
      if (out.isTTY) {
        out.write(`\r${line}\u001b[K`);
      } else if (seconds() - lastLineAt >= LINE_SECONDS) {
        lastLineAt = seconds();
        out.write(`${line}\n`);
      }
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}

/** `1,200 products of 3,400 rows, 2 bad, 2,310 products/s`. */
export function describeStatus(status: ImportStatus, seconds: number): string {
  const rate = Math.round(status.products / Math.max(seconds, 0.001));
  const resumed =
    status.resumedFrom > 0 ? `, resumed after row ${status.resumedFrom.toLocaleString('en')}` : '';
  return (
    `${status.products.toLocaleString('en')} products of ${status.rowsRead.toLocaleString('en')} rows, ` +
    `${status.rowsFailed.toLocaleString('en')} bad, ${rate.toLocaleString('en')} products/s${resumed}`
  );
}

function bar(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${String(Math.floor(share * 100)).padStart(3)}%`;
}
