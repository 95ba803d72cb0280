import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a browser loads from the sandbox; scripts are built from TypeScript when first asked for. */
const SCRIPTS = {
  'stand-in': './stand-in/main.ts',
  'payment-form': './payment-form/main.ts',
  wallet: './wallet/main.ts',
  overview: './overview/main.ts',
} as const;

export type ScriptName = keyof typeof SCRIPTS;

const built = new Map<ScriptName, Promise<string>>();

/** The script, bundled for the browsers Souk supports. */
export function script(name: ScriptName): Promise<string> {
  const known = built.get(name) ?? bundle(SCRIPTS[name]);
  built.set(name, known);
  return known;
}

export function styles(name: 'base' | 'payment-form' | 'steps' | 'overview'): Promise<string> {
  return readFile(pathOf(`./styles/${name}.css`), 'utf8');
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [pathOf(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error(`${entry} was not built`);
  return file.text;
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
