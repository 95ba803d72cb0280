/** Which return a form is about, in which state its page showed it. */
export function ReturnSubject({ item }: { item: { readonly returnId: string; readonly version: number } }) {
  return (
    <>
      <input type="hidden" name="returnId" value={item.returnId} />
      <input type="hidden" name="version" value={item.version} />
    </>
  );
}
