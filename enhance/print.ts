/** The button that prints the page: a phone has no keys for it. */
export function offerPrinting(): void {
  const button = document.querySelector<HTMLButtonElement>("button[data-print]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
}
