/** `Anna B.`: what a buyer is called before anything is bought. */
export function shortName(name: string): string {
  const [first = '', ...more] = name.trim().split(/\s+/);
  const last = more.at(-1);
  return last ? `${first} ${[...last][0]}.` : first;
}
