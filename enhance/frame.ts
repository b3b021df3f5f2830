/**
 * Inside a frame: tells the page around it how tall this one is, and nothing else. Only the sites that the appeal allows can show
 * it in a frame, so anybody who hears this is one of them.
 */
export function tellHeight(): void {
  if (parent === window) return;
  tell(true);
  new ResizeObserver(() => tell(false)).observe(document.body);
}

/** @param moved whether this is another page than before */
function tell(moved: boolean): void {
  parent.postMessage({ appeal: { height: document.body.offsetHeight, moved } }, "*");
}
