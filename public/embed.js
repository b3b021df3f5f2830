// For the page that shows an appeal in a frame: makes the frame as tall as what is in it. Without it the frame scrolls.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const seen = new WeakSet();
  addEventListener("message", (event) => {
    const { height, moved } = event.data?.appeal ?? {};
    if (event.origin !== origin || !Number.isFinite(height)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== event.source) continue;
      frame.style.height = `${Math.ceil(Math.min(Math.max(height, 100), 30000))}px`;
      // After a step the next page begins at the top of the frame, which may be far above.
      if (moved && seen.has(frame) && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
      if (moved) seen.add(frame);
    }
  });
})();
