import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importMapping, type ImportMapping } from '@/lib/catalog';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import type { RowProblem } from './batch-rows';
import { importFile } from './import-file';
import { describeStatus, startProgress } from './progress';

/**
 * `npm run catalog:import -- <file.jsonl|csv[.gz]> --mapping <name or file> [--dry-run] [--resume]`: imports a
 * file into the catalogue. A mapping is a JSON file, or the name of one in `workers/import/mappings`. Bad rows, and
 * rows whose picture could not be had so far, go to a report file, one line each; they do not fail the import.
 */
class UsageError extends Error {}

const USAGE =
  'npm run catalog:import -- <file.jsonl|csv[.gz]> --mapping <name or file.json> [--dry-run] [--resume]';

await main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? `${error.message}\n${USAGE}` : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { file, mapping, dryRun, resume } = await readArguments();
  const connection = connect(env().DATABASE_URL, { max: 3, applicationName: 'souk-import' });
  const reportFile = await reportPath(mapping.name);
  const report = createWriteStream(reportFile);
  const progress = startProgress(process.stdout);
  try {
    const status = await importFile(connection.db, {
      file,
      mapping,
      dryRun,
      resume,
      onProblem: (problem) => report.write(reportLine(problem)),
      onMissingPicture: ({ rowNumber, reason }) =>
        report.write(reportLine({ rowNumber, reason: `The picture is tried again: ${reason}` })),
      onProgress: progress.show,
    });
    progress.end();
    console.log(`${dryRun ? 'Would import' : 'Imported'} ${describeStatus(status, progress.seconds())}.`);
    if (status.picturesMissing > 0) {
      console.log(`${status.picturesMissing.toLocaleString('en')} pictures that failed are tried again.`);
    }
    if (status.rowsFailed + status.picturesMissing > 0) console.log(`The rows and reasons: ${reportFile}`);
  } finally {
    report.end();
    await connection.close();
  }
}

async function readArguments() {
  const { values, positionals } = parse();
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new UsageError('Name one file to import.');
  if (!values.mapping) throw new UsageError('Name the mapping that says what its columns mean.');
  return {
    file,
    mapping: await readMapping(values.mapping),
    dryRun: values['dry-run'],
    resume: values.resume,
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        resume: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function readMapping(nameOrFile: string): Promise<ImportMapping> {
  const file = /[./\\]/.test(nameOrFile)
    ? nameOrFile
    : path.join(import.meta.dirname, 'mappings', `${nameOrFile}.json`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no mapping ${file}.`);
  });
  const parsed = importMapping.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new UsageError(`${file} is not a mapping:\n${lines.join('\n')}`);
}

function reportLine({ rowNumber, reason }: RowProblem): string {
  return `${rowNumber}\t${reason.replaceAll(/\s+/g, ' ')}\n`;
}

async function reportPath(mappingName: string): Promise<string> {
  const folder = path.join(env().SOUK_STATE_DIR, 'imports');
  await mkdir(folder, { recursive: true });
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return path.join(folder, `${mappingName}-${time}.problems.tsv`);
}
