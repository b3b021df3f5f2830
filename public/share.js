// What script adds to passing an appeal on: the browser's own way to do so, and copying its address. Without it the address
// stands there to be copied by hand.
for (const box of document.querySelectorAll("[data-share]")) {
  const { text, address } = box.dataset;
  const told = box.querySelector("[data-told]");
  const copy = box.querySelector("[data-copy]");
  const native = box.querySelector("[data-native]");

  function act(button, work) {
    button.hidden = false;
    button.addEventListener("click", () => {
      work().catch((error) => {
        // Who closes the list of their device's ways has changed their mind.
        if (error.name !== "AbortError") told.textContent = copy.dataset.failed;
      });
    });
  }

  if (navigator.clipboard) {
    act(copy, async () => {
      await navigator.clipboard.writeText(address);
      told.textContent = copy.dataset.copy;
    });
  }
  if (navigator.share) act(native, () => navigator.share({ text, url: address }));
}
