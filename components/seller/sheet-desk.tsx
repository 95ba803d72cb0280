'use client';

import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import { FormStatus } from '@/components/ui/state';
import { Table } from '@/components/ui/table';
import type { ActionResult } from '@/lib/kernel/action-result';

/** What a file would do, or has done, in words and rows. */
export type SheetOutcome = {
  readonly ready: readonly SheetDeskRow[];
  readonly readyWords: string;
  readonly sendWords: string;
  /** Empty when there is nothing to say; `restWords` likewise. */
  readonly sentWords: string;
  /** Of rows that need nothing done. */
  readonly restWords: string;
  readonly leftOut: readonly { readonly number: number; readonly reason: string }[];
  readonly leftOutWords: string;
  readonly leftOutFile: string;
};

type SheetDeskRow = { readonly number: number } & Readonly<Record<string, string | number>>;

type Act = (form: FormData) => Promise<ActionResult<SheetOutcome>>;

type Words = Readonly<
  Record<'choose' | 'hint' | 'tooLarge' | 'interrupted' | 'download' | 'rows' | 'row' | 'problem', string>
>;

type SheetDeskProps = {
  check: Act;
  send: Act;
  mostBytes: number;
  /** Of the rows that would be done, besides their number. */
  columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean }[];
  words: Words;
};

/** Takes a file, shows what it would do, and does it once that is wanted. */
export function SheetDesk({ check, send, mostBytes, columns, words }: SheetDeskProps) {
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState<SheetOutcome | null>(null);
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function act(action: Act, sheet: File): Promise<void> {
    setFault('');
    setBusy(true);
    const form = new FormData();
    form.set('sheet', sheet);
    const result = await action(form).catch(() => null);
    setBusy(false);
    if (result?.ok) setOutcome(result.value);
    else setFault(result?.fields?.sheet ?? result?.message ?? words.interrupted);
  }

  function choose(sheet: File): void {
    setOutcome(null);
    setFile(sheet);
    if (sheet.size > mostBytes) setFault(words.tooLarge);
    else void act(check, sheet);
  }

  return (
    <div className="grid justify-items-start gap-4" aria-busy={isBusy}>
      <FileButton
        variant={outcome ? undefined : 'primary'}
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        disabled={isBusy}
        onFiles={([sheet]) => sheet && choose(sheet)}
      >
        {words.choose}
      </FileButton>
      <p className="text-sm text-muted">{words.hint}</p>
      <FormStatus kind="error">{fault}</FormStatus>
      {outcome && (
        <>
          <FormStatus kind="success">{outcome.sentWords}</FormStatus>
          {(outcome.ready.length > 0 || !outcome.sentWords) && <p>{outcome.readyWords}</p>}
          {outcome.restWords && <p className="text-muted">{outcome.restWords}</p>}
          {outcome.ready.length > 0 && <Ready rows={outcome.ready} columns={columns} words={words} />}
          {file && outcome.ready.length > 0 && (
            <Button variant="primary" disabled={isBusy} onClick={() => void act(send, file)}>
              {outcome.sendWords}
            </Button>
          )}
          {outcome.leftOut.length > 0 && <LeftOut outcome={outcome} words={words} />}
        </>
      )}
    </div>
  );
}

function Ready({
  rows,
  columns,
  words,
}: Pick<SheetDeskProps, 'columns' | 'words'> & { rows: readonly SheetDeskRow[] }) {
  return (
    <Table
      caption={words.rows}
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'row', header: words.row, cell: ({ number }) => number },
        ...columns.map(({ key, label, numeric }) => ({
          key,
          header: label,
          numeric,
          cell: (row: SheetDeskRow) => row[key],
        })),
      ]}
    />
  );
}

function LeftOut({ outcome, words }: { outcome: SheetOutcome; words: Words }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <FormStatus kind="warning">{outcome.leftOutWords}</FormStatus>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\u{feff}${outcome.leftOutFile}`)}`}
          download="rows-left-out.csv"
          className={buttonClass({ size: 'small' })}
        >
          {words.download}
        </a>
      </div>
      <Table
        caption={outcome.leftOutWords}
        rows={outcome.leftOut}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'row', header: words.row, cell: ({ number }) => number },
          { key: 'problem', header: words.problem, cell: ({ reason }) => reason },
        ]}
      />
    </>
  );
}
