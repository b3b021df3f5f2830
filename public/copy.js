// What script adds to a page with pieces to copy: buttons that copy them. Without it, a tap selects a piece whole.
async function copy(piece) {
  if (navigator.clipboard) return navigator.clipboard.writeText(piece.textContent);
  // Without a secure connection there is only the old way.
  const range = document.createRange();
  range.selectNodeContents(piece);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  document.execCommand("copy");
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const { copy: id, done } = button.dataset;
  const word = button.textContent;
  button.hidden = false;
  const press = async () => {
    await copy(document.getElementById(id));
    button.textContent = done;
    setTimeout(() => (button.textContent = word), 2000);
  };
  button.addEventListener("click", () => void press());
}
