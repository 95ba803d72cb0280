import { checkBrowserReach } from './browser-reach';
import { checkCasts } from './casts';
import { checkCycles } from './cycles';
import { checkGuards } from './guards';
import type { Violation } from './module';
import { checkNames } from './names';
import type { SourceTree } from './source-tree';
import { checkZones } from './zones';

const RULES = [checkZones, checkCycles, checkBrowserReach, checkGuards, checkNames, checkCasts];

/** What no general linter knows: the walls, guards and names of this house. */
export function checkHouseRules(tree: SourceTree): Violation[] {
  return RULES.flatMap((rule) => rule(tree)).toSorted(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line,
  );
}
