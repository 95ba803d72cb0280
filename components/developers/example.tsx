/** Something to be typed or sent, letter by letter. */
export function Example({ children }: { children: string }) {
  return (
    <pre className="rounded-md bg-sunken p-4 font-mono text-sm break-words whitespace-pre-wrap">
      {children}
    </pre>
  );
}
