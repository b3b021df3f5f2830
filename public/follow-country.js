// Shows who is written to from the country that is chosen in the form, and why; without script the check page tells it. The list
// comes from the page that has it for everybody; where that cannot be fetched, the rules stand there again.

export function followCountry(form) {
  const place = document.querySelector("[data-written-from]");
  const heading = document.getElementById("recipients");
  const field = form.elements.country;
  if (!place || !heading || !field) return;
  const rules = { title: heading.textContent, nodes: [...place.childNodes] };
  let asked = "";

  async function update() {
    const country = field.value;
    if (country === asked) return;
    asked = country;
    const list = country && (await listFrom(place.dataset.writtenFrom + country));
    // Somebody may have gone on to another country meanwhile.
    if (asked !== country) return;
    if (!list) asked = "";
    const { title, nodes } = list || rules;
    heading.textContent = title;
    place.replaceChildren(...nodes);
  }

  field.addEventListener("change", () => void update());
  // Who comes back finds the country as it was left, but only now.
  addEventListener("pageshow", () => void update());
}

async function listFrom(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.querySelector("[data-written]");
  return found && { title: found.dataset.written, nodes: [...found.childNodes] };
}
