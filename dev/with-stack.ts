import { typescript } from './app';
import { runWithStack } from './use-stack';

/** `tsx dev/with-stack.ts <file.ts> [arguments]` runs a file of the product where a stack is up. */
const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('Which file is to run? tsx dev/with-stack.ts <file.ts> [arguments]');

await runWithStack('development', ({ children, environment }) =>
  children.run({ name: file, args: typescript(file, ...args), environment }),
);
