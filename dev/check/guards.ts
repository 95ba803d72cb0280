import { Visitor, type Expression, type Program } from 'oxc-parser';
import { GUARDED_SECTIONS, GUARDS, UNGUARDED_ROUTES } from './architecture';
import type { Module, Violation } from './module';
import type { SourceTree } from './source-tree';

const HTTP_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Whatever a browser can call says who may call it: each server action, route handler and personal page is
 * made by (or begins with) a guard of lib/http. One that declares nothing is refused here, before it builds.
 */
export function checkGuards(tree: SourceTree): Violation[] {
  return [...tree.values()].flatMap((module) => [
    ...strayActions(module),
    ...unguardedActions(module),
    ...unguardedRoutes(module),
    ...unguardedPages(module),
  ]);
}

/** Server actions live where they are looked for, and nowhere else. */
function strayActions(module: Module): Violation[] {
  const violations: Violation[] = [];
  const isActionFile = /^app\/(.+\/)?actions\.ts$/.test(module.path);
  if (module.directives.includes('use server') && !isActionFile) {
    violations.push({
      path: module.path,
      line: 1,
      message: "'use server' belongs in an actions.ts under app",
    });
  }
  if (isActionFile && !module.directives.includes('use server')) {
    violations.push({ path: module.path, line: 1, message: "an actions.ts begins with 'use server'" });
  }
  new Visitor({
    BlockStatement: ({ body }) => {
      for (const node of body) {
        if (node.type === 'ExpressionStatement' && 'directive' in node && node.directive === 'use server') {
          const message = `an inline server action has no policy: make it with ${GUARDS.action[0]} in actions.ts`;
          violations.push({ path: module.path, line: module.lineAt(node.start), message });
        }
      }
    },
  }).visit(module.program);
  return violations;
}

function unguardedActions(module: Module): Violation[] {
  if (!module.path.startsWith('app/') || !module.directives.includes('use server')) return [];
  return exportedValues(module.program)
    .filter(({ value }) => !isMadeBy(module, value, GUARDS.action))
    .map(({ name, start }) => ({
      path: module.path,
      line: module.lineAt(start),
      message: `the action ${name} declares no policy: export const ${name} = ${GUARDS.action[0]}({ … })`,
    }));
}

function unguardedRoutes(module: Module): Violation[] {
  if (!/^app\/(.+\/)?route\.ts$/.test(module.path) || module.path in UNGUARDED_ROUTES) return [];
  return exportedValues(module.program)
    .filter(({ name, value }) => HTTP_METHODS.includes(name) && !isMadeBy(module, value, GUARDS.route))
    .map(({ name, start }) => ({
      path: module.path,
      line: module.lineAt(start),
      message: `${name} declares no policy: export const ${name} = ${GUARDS.route.join(' or ')}({ … })`,
    }));
}

function unguardedPages(module: Module): Violation[] {
  const section = sectionOfPage(module.path);
  if (!section || !(GUARDED_SECTIONS as readonly string[]).includes(section)) return [];
  let guarded = false;
  new Visitor({
    CallExpression: (call) => {
      guarded ||= isMadeBy(module, call, GUARDS.page);
    },
  }).visit(module.program);
  if (guarded) return [];
  const message = `a page under /${section} begins with ${GUARDS.page[0]}(policy, …): a layout guards nothing`;
  return [{ path: module.path, line: 1, message }];
}

/** `account` for app/[locale]/(shop)/account/orders/page.tsx; null when it is no page. */
function sectionOfPage(path: string): string | null {
  const match = /^app\/\[locale\]\/(.+)\/page\.tsx$/.exec(path);
  return match?.[1]?.split('/').find((segment) => !segment.startsWith('(')) ?? null;
}

type ExportedValue = { readonly name: string; readonly value: Expression | null; readonly start: number };

/** Exports that exist at run time; `value` is null when the export is not a plain `export const x = …`. */
function exportedValues(program: Program): ExportedValue[] {
  return program.body.flatMap((node): ExportedValue[] => {
    if (node.type === 'ExportDefaultDeclaration')
      return [{ name: 'default', value: null, start: node.start }];
    if (node.type === 'ExportAllDeclaration') {
      return node.exportKind === 'type' ? [] : [{ name: '*', value: null, start: node.start }];
    }
    if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') return [];
    const listed = node.specifiers
      .filter((specifier) => specifier.exportKind !== 'type')
      .map(({ exported, start }) => ({ name: nameOf(exported), value: null, start }));
    return [...listed, ...declaredValues(node.declaration)];
  });
}

function declaredValues(
  declaration: Extract<Program['body'][number], { type: 'ExportNamedDeclaration' }>['declaration'],
): ExportedValue[] {
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id, init, start }) =>
      id.type === 'Identifier'
        ? [{ name: id.name, value: init, start }]
        : id.type === 'ObjectPattern'
          ? id.properties.flatMap((property) =>
              property.type === 'Property' ? [{ name: nameOf(property.key), value: null, start }] : [],
            )
          : [],
    );
  }
  if (declaration?.type === 'FunctionDeclaration' && declaration.id) {
    return [{ name: declaration.id.name, value: null, start: declaration.start }];
  }
  return [];
}

function nameOf(node: object): string {
  if ('name' in node && typeof node.name === 'string') return node.name;
  return 'value' in node ? String(node.value) : '';
}

/** Whether the expression is a call of one of `makers`, imported from the module of guards itself. */
function isMadeBy(module: Module, value: Expression | null, makers: readonly string[]): boolean {
  if (value?.type !== 'CallExpression' || value.callee.type !== 'Identifier') return false;
  const { name } = value.callee;
  return (
    makers.includes(name) &&
    module.imports.some(
      ({ target, names }) => target?.startsWith(`${GUARDS.module}/`) && names.includes(name),
    )
  );
}
