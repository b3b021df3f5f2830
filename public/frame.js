// Inside a frame: tells the page around it how tall this one is, and nothing else. Only the sites that the appeal allows
// can show it in a frame, so anybody who hears this is one of them.
function tell(moved) {
  parent.postMessage({ appeal: { height: document.body.offsetHeight, moved } }, "*");
}

if (parent !== window) {
  tell(true);
  new ResizeObserver(() => tell(false)).observe(document.body);
}
