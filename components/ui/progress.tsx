type ProgressProps = {
  /** What is being done, and its name for those who do not see the bar. */
  label: string;
  value: number;
  max: number;
  /** How far it is, in words. */
  status?: string;
};

export function Progress({ label, value, max, status }: ProgressProps) {
  return (
    <label className="grid gap-1.5 text-sm">
      <span className="flex justify-between gap-3">
        <span>{label}</span>
        {status && <span className="text-muted tabular-nums">{status}</span>}
      </span>
      <progress className="bar" value={value} max={max} />
    </label>
  );
}
