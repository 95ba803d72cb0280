import type { Violation } from './module';
import type { SourceTree } from './source-tree';

/**
 * Import cycles, types included: two files that need each other are one thought in two places. Each cycle is
 * told once, at the import that closes it.
 */
export function checkCycles(tree: SourceTree): Violation[] {
  const violations: Violation[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];

  const visit = (path: string): void => {
    trail.push(path);
    for (const { target, line } of tree.get(path)?.imports ?? []) {
      if (target === null || finished.has(target)) continue;
      const start = trail.indexOf(target);
      if (start < 0) visit(target);
      else
        violations.push({
          path,
          line,
          message: `import cycle: ${[...trail.slice(start), target].join(' -> ')}`,
        });
    }
    trail.pop();
    finished.add(path);
  };

  for (const path of tree.keys()) if (!finished.has(path)) visit(path);
  return violations;
}
