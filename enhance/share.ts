/**
 * What script adds to passing an appeal on: the browser's own way to do so, and copying its address. Without it the address
 * stands there to be copied by hand.
 */
export function offerSharing(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-share]")) {
    const { text = "", address = "" } = box.dataset;
    const told = box.querySelector("[data-told]");
    const copy = box.querySelector<HTMLButtonElement>("[data-copy-address]");
    const native = box.querySelector<HTMLButtonElement>("[data-native]");
    if (!told || !copy || !native) continue;
    const tell = (word: string | undefined) => {
      told.textContent = word ?? "";
    };
    const failed = () => tell(copy.dataset.failed);
    // An old or plain connection has neither.
    const { clipboard, share } = navigator as Partial<Navigator>;
    if (clipboard)
      act(copy, async () => tell(await clipboard.writeText(address).then(() => copy.dataset.done)), failed);
    if (share) act(native, () => navigator.share({ text, url: address }), failed);
  }
}

function act(button: HTMLButtonElement, work: () => Promise<void>, failed: () => void): void {
  button.hidden = false;
  button.addEventListener("click", () => {
    work().catch((error: unknown) => {
      // Who closes the list of their device's ways has changed their mind.
      if (!(error instanceof DOMException && error.name === "AbortError")) failed();
    });
  });
}
