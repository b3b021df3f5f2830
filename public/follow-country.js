// Shows who is written to from the country that is chosen in the form, and why; without script the check page tells it.
// The list comes from the page that has it for everybody: what cannot be fetched leaves the page as it is.

/** @param form whose field `country` is followed */
export function followCountry(form) {
  const place = document.querySelector("[data-written-from]");
  const field = form.elements.country;
  if (!place || !field) return;
  const heading = document.getElementById("recipients");
  const [rules, title] = [[...place.childNodes], heading.textContent];
  let asked = "";

  async function update() {
    const country = field.value;
    if (country === asked) return;
    asked = country;
    const list = country ? await fetchList(country) : { title, nodes: rules };
    // Somebody may have gone on to another country meanwhile.
    if (!list || asked !== country) return;
    heading.textContent = list.title;
    place.replaceChildren(...list.nodes);
  }

  async function fetchList(country) {
    try {
      const answer = await fetch(place.dataset.writtenFrom + country);
      if (!answer.ok) return undefined;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("[data-written]");
      return found && { title: found.dataset.written, nodes: [...found.childNodes] };
    } catch {
      asked = "";
      return undefined;
    }
  }

  field.addEventListener("change", update);
  // Who comes back finds the country as it was left, but only now.
  addEventListener("pageshow", update);
}
