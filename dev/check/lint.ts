import { lintGeneral } from './general-rules';
import { checkHouseRules } from './house-rules';
import { readSourceTree } from './source-tree';

/** `npm run lint`: what any linter knows, then the rules of this house. Exit code 1 on any finding. */
const { clean } = lintGeneral('.', process.argv.slice(2), 'inherit');

const tree = readSourceTree('.');
const violations = checkHouseRules(tree);
for (const { path, line, message } of violations) console.log(`${path}:${line}  ${message}`);
console.log(`House rules: ${tree.size} files, ${violations.length} findings.`);

process.exitCode = clean && violations.length === 0 ? 0 : 1;
