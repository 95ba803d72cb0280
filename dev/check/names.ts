import { FORBIDDEN_NAMES, LONGEST_FILE_LINES } from './architecture';
import type { Module, Violation } from './module';
import type { SourceTree } from './source-tree';
import { placeOf } from './zones';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Next's own ways of naming: `[slug]`, `[...path]`, `[[...path]]`, `(group)`, `@slot`, `_private`. */
const NEXT_SEGMENT = /^(\[\[?(\.\.\.)?[a-zA-Z]+\]?\]|\([a-z-.]+\)|@[a-z-]+|_[a-z-]+)$/;

/** Files are named for what they hold, in kebab case, and end before one has to scroll for long. */
export function checkNames(tree: SourceTree): Violation[] {
  return [...tree.values()].flatMap((module) => {
    const messages = [...nameObjections(module.path), ...lengthObjections(module)];
    return messages.map((message) => ({ path: module.path, line: 1, message }));
  });
}

function nameObjections(path: string): string[] {
  return path.split('/').flatMap((segment) => {
    const name = segment.replace(/(\.[a-z]+)+$/, '');
    if ((FORBIDDEN_NAMES as readonly string[]).includes(name)) {
      return [`"${name}" says nothing: name the file for what it holds, beside what uses it`];
    }
    return KEBAB.test(name) || NEXT_SEGMENT.test(segment) || segment.startsWith('.')
      ? []
      : [`"${segment}" is not kebab-case`];
  });
}

function lengthObjections({ path, lineCount }: Module): string[] {
  const limit = placeOf(path).zone === 'test' ? LONGEST_FILE_LINES * 2 : LONGEST_FILE_LINES;
  return lineCount > limit ? [`${lineCount} lines, over ${limit}: split it by intent`] : [];
}
