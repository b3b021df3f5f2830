/** Buttons that copy the pieces of a letter. Without them, a tap selects a piece whole. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const piece = document.getElementById(button.dataset.copy ?? "");
    if (piece) offerCopy(button, piece);
  }
}

const toldMs = 2000;

function offerCopy(button: HTMLButtonElement, piece: HTMLElement): void {
  const word = button.textContent;
  button.hidden = false;
  const press = async () => {
    await copy(piece);
    button.textContent = button.dataset.done ?? word;
    setTimeout(() => (button.textContent = word), toldMs);
  };
  button.addEventListener("click", () => void press());
}

async function copy(piece: HTMLElement): Promise<void> {
  const { clipboard } = navigator as Partial<Navigator>;
  const copied = await clipboard?.writeText(piece.textContent).then(
    () => true,
    () => false,
  );
  if (copied) return;
  // Without a secure connection, or leave, there is only the old way.
  const range = document.createRange();
  range.selectNodeContents(piece);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  document.execCommand("copy");
}
