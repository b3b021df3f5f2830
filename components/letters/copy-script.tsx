/** What shows and serves the buttons that copy. A page with pieces of several letters runs it once: it is a module. */
export function CopyScript() {
  return <script type="module" src="/copy.js" data-own="" />;
}
