type FigureProps = {
  label: string;
  figure: string;
  /** What it was before, in words. */
  note?: string;
};

/** One number of a list of them (`dl`), beside what it was before. */
export function Figure({ label, figure, note }: FigureProps) {
  return (
    <div className="grid content-start gap-1 rounded-lg border border-line bg-raised p-4">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-xl font-strong tabular-nums">{figure}</dd>
      {note && <dd className="text-sm text-muted tabular-nums">{note}</dd>}
    </div>
  );
}
