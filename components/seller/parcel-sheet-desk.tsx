'use client';

import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import { FormStatus } from '@/components/ui/state';
import { Table } from '@/components/ui/table';
import type { ParcelByFile } from '@/lib/fulfilment/model';
import type { ActionResult } from '@/lib/kernel/action-result';

type Outcome = {
  readonly ready: readonly ParcelByFile[];
  readonly readyWords: string;
  readonly sendWords: string;
  /** Empty when there are none; `waitingWords` likewise. */
  readonly sentWords: string;
  readonly waitingWords: string;
  readonly leftOut: readonly { readonly number: number; readonly reason: string }[];
  readonly leftOutWords: string;
  readonly leftOutFile: string;
};

type Act = (form: FormData) => Promise<ActionResult<Outcome>>;

type Words = Readonly<
  Record<
    | 'choose'
    | 'hint'
    | 'tooLarge'
    | 'interrupted'
    | 'download'
    | 'rows'
    | 'row'
    | 'order'
    | 'pieces'
    | 'carrier'
    | 'trackingNumber'
    | 'problem',
    string
  >
>;

type ParcelSheetDeskProps = { check: Act; send: Act; mostBytes: number; words: Words };

/** Takes a file of parcels, shows what it would send, and sends it once that is wanted. */
export function ParcelSheetDesk({ check, send, mostBytes, words }: ParcelSheetDeskProps) {
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
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
          {outcome.waitingWords && <p className="text-muted">{outcome.waitingWords}</p>}
          {outcome.ready.length > 0 && <Ready parcels={outcome.ready} words={words} />}
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

function Ready({ parcels, words }: { parcels: readonly ParcelByFile[]; words: Words }) {
  return (
    <Table
      caption={words.rows}
      rows={parcels}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'row', header: words.row, cell: ({ number }) => number },
        { key: 'order', header: words.order, cell: ({ orderNumber }) => orderNumber },
        { key: 'pieces', header: words.pieces, numeric: true, cell: ({ pieces }) => pieces },
        { key: 'carrier', header: words.carrier, cell: ({ carrier }) => carrier },
        { key: 'number', header: words.trackingNumber, cell: ({ trackingNumber }) => trackingNumber },
      ]}
    />
  );
}

function LeftOut({ outcome, words }: { outcome: Outcome; words: Words }) {
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
