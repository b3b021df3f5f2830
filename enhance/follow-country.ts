import type { SignForm } from "./form";

type List = { title: string | null; nodes: Node[] };

/**
 * Shows who is written to from the country that is chosen in the form, and why, and opens the letters they get; without script the
 * check page tells it. The list comes from the page that has it for everybody; where that cannot be fetched, the rules stand there
 * again.
 */
export function followCountry({ element }: SignForm): void {
  const place = document.querySelector<HTMLElement>("[data-written-from]");
  const heading = document.getElementById("recipients");
  const field = element.querySelector<HTMLSelectElement>("select[name=country]");
  if (!place || !heading || !field) return;
  const rules: List = { title: heading.textContent, nodes: [...place.childNodes] };
  let asked = "";

  async function update(where: HTMLElement, title: HTMLElement, country: string): Promise<void> {
    if (country === asked) return;
    asked = country;
    const list = country ? await listFrom((where.dataset.writtenFrom ?? "") + country) : null;
    // Somebody may have gone on to another country meanwhile.
    if (asked !== country) return;
    if (!list) asked = "";
    const shown = list ?? rules;
    title.textContent = shown.title;
    where.replaceChildren(...shown.nodes);
    showSheets(element, list && where);
  }

  const follow = () => void update(place, heading, field.value);
  field.addEventListener("change", follow);
  // Who comes back finds the country as it was left, but only now.
  addEventListener("pageshow", follow);
}

/**
 * Letters of their own lie folded under the one to everybody, until it is known that somebody who is written to gets one. A letter
 * that nobody gets says so and folds, where it is known who gets another one. @param list null while nobody knows who is written to
 */
function showSheets(form: HTMLFormElement, list: HTMLElement | null): void {
  const gets = list && [...list.querySelectorAll<HTMLElement>("[data-sheet]")].map(({ dataset }) => dataset.sheet);
  const sheets = [...form.querySelectorAll<HTMLElement>("[data-sheet]")];
  const known = sheets.some(({ dataset }) => gets?.includes(dataset.sheet));
  for (const sheet of sheets) {
    const folds = known && !gets?.includes(sheet.dataset.sheet);
    sheet.toggleAttribute("data-elsewhere", folds);
    if (known && sheet instanceof HTMLDetailsElement) sheet.open = !folds;
  }
}

async function listFrom(address: string): Promise<List | null> {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.querySelector<HTMLElement>("[data-written]");
  return found && { title: found.dataset.written ?? "", nodes: [...found.childNodes] };
}
