/** What shows and serves the buttons that copy; once on a page with pieces. */
export function CopyScript() {
  return <script type="module" src="/copy.js" data-own="" />;
}
