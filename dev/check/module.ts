import path from 'node:path';
import { parseSync, Visitor, type Program } from 'oxc-parser';

export type Import = {
  readonly specifier: string;
  /** The file of ours it leads to; null for packages and for what is not TypeScript. */
  readonly target: string | null;
  /** Erased when compiled: it reaches no browser and no run time. */
  readonly isType: boolean;
  readonly names: readonly string[];
  readonly line: number;
};

export type Module = {
  readonly path: string;
  readonly program: Program;
  readonly lineCount: number;
  readonly imports: readonly Import[];
  readonly directives: readonly string[];
  lineAt(offset: number): number;
};

/** A breach of a rule, told as `path:line  what is wrong and what to do instead`. */
export type Violation = { readonly path: string; readonly line: number; readonly message: string };

/** Throws when the text is not TypeScript. */
export function parseModule(file: string, text: string, exists: (file: string) => boolean): Module {
  const { program, module, errors } = parseSync(file, text);
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`);

  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  const add = (specifier: string, offset: number, isType: boolean, names: readonly string[] = []) =>
    imports.push({
      specifier,
      target: resolve(file, specifier, exists),
      isType,
      names,
      line: lineAt(offset),
    });

  for (const { moduleRequest, entries, start } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    add(
      moduleRequest.value,
      start,
      isType,
      entries.map((entry) => entry.localName.value),
    );
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType, start } of entries) {
      if (moduleRequest) add(moduleRequest.value, start, isType);
    }
  }
  new Visitor({
    ImportExpression: ({ source, start }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, start, false);
    },
    TSImportType: ({ source, start }) => add(source.value, start, true),
  }).visit(program);

  const directives = program.body.flatMap((node) =>
    node.type === 'ExpressionStatement' && 'directive' in node && node.directive ? [node.directive] : [],
  );
  return { path: file, program, lineCount: text.trimEnd().split('\n').length, imports, directives, lineAt };
}

function resolve(from: string, specifier: string, exists: (file: string) => boolean): string | null {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null;
  if (base === null) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return candidates.find(exists) ?? null;
}
