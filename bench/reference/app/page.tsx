/** The empty page: what Next sends a browser before a shop adds anything. */
export default function Page() {
  return <p>Nothing</p>;
}
