import { Visitor, type Expression } from 'oxc-parser';
import type { Violation } from './module';
import type { SourceTree } from './source-tree';

/** `x as unknown as T` turns the compiler off for whatever comes after. */
export function checkCasts(tree: SourceTree): Violation[] {
  return [...tree.values()].flatMap((module) => {
    const violations: Violation[] = [];
    new Visitor({
      TSAsExpression: ({ expression, start }) => {
        if (!isCastToUnknown(expression)) return;
        const message = 'a cast through unknown: parse the value, or give it its type where it is made';
        violations.push({ path: module.path, line: module.lineAt(start), message });
      },
    }).visit(module.program);
    return violations;
  });
}

function isCastToUnknown(expression: Expression): boolean {
  if (expression.type === 'ParenthesizedExpression') return isCastToUnknown(expression.expression);
  return expression.type === 'TSAsExpression' && expression.typeAnnotation.type === 'TSUnknownKeyword';
}
