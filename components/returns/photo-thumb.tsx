/** One photo, small; opened whole in a page of its own. */
export function PhotoThumb({ source, alt }: { source: string; alt: string }) {
  return (
    <a href={source} target="_blank" className="block">
      <img
        src={source}
        alt={alt}
        loading="lazy"
        width={96}
        height={96}
        className="size-24 rounded-md border border-line object-cover"
      />
    </a>
  );
}
