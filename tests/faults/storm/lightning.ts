import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@/db/seed/random';
import { crashPostgresIn } from '@/dev/postgres';
import { killProcessTree } from '@/dev/process/end-process';
import { RunRecord } from '@/dev/process/run-record';

const TARGETS = ['web', 'worker', 'provider', 'database'] as const;

export type Target = (typeof TARGETS)[number];

/** Long enough for what fell to rise again and be hit in the middle of its work. */
const CALM_MS = [3_000, 8_000] as const;

export type LightningOptions = {
  readonly stateDir: string;
  /** Where the provider's process is recorded. */
  readonly providerDir: string;
  readonly random: Random;
  readonly signal: AbortSignal;
};

/** `kill -9` of one process after the other, at moments nobody chose, until the signal; how often each was hit. */
export async function strike(options: LightningOptions): Promise<ReadonlyMap<Target, number>> {
  const { random, signal } = options;
  const hits = new Map<Target, number>();
  // Each round hits all of them, so that none is spared.
  for (;;) {
    for (const target of random.sample(TARGETS, TARGETS.length)) {
      await sleep(random.between(...CALM_MS), undefined, { signal }).catch(() => {});
      if (signal.aborted) return hits;
      if (await hit(target, options)) hits.set(target, (hits.get(target) ?? 0) + 1);
    }
  }
}

/** False when it was down already. */
async function hit(target: Target, { stateDir, providerDir }: LightningOptions): Promise<boolean> {
  if (target === 'database') return crashPostgresIn(path.join(stateDir, 'postgres'));
  const pid = RunRecord.childrenOf(target === 'provider' ? providerDir : stateDir).get(target);
  if (pid === undefined) return false;
  killProcessTree(pid);
  return true;
}
