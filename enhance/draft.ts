import { afterTyping, type SignForm } from "./form";
import { forgetKept, keep as keepIn, keyOf, ownWordsField, readKept, sortKept } from "./kept";

const personal = ["name", "originalName", "profession", "email", "country"];

/** Keeps what is written on this device, if its writer says so, until it is sent; brings it back when they return. */
export function keepDraft(form: SignForm): void {
  const store = openStore();
  const offer = form.element.querySelector<HTMLElement>("[data-keep-draft]");
  const [keep, person] = offer?.querySelectorAll<HTMLInputElement>("input") ?? [];
  const more = offer?.querySelector<HTMLElement>("[data-kept]");
  const others = offer?.querySelector<HTMLElement>("details");
  const read = others?.querySelector<HTMLElement>("p");
  const status = offer?.querySelector<HTMLElement>("[role=status]");
  if (!store || !offer || !keep || !person || !more || !others || !read || !status) return;
  const { keepDraft: basis = "" } = offer.dataset;
  const path = new URL(form.element.action).pathname;
  const key = keyOf(path.split("/").pop() ?? "");
  const fields = [...form.element.elements].filter(isField);
  const whose = fields.filter(({ name }) => personal.includes(name));

  const show = () => more.toggleAttribute("hidden", !keep.checked);
  const save = () => {
    if (!keep.checked) return;
    const texts = valuesOf(form.areas.filter((area) => area.name === ownWordsField || isChanged(area)));
    keepIn(store, key, { basis, texts, person: person.checked ? valuesOf(whose) : null });
  };
  const untick = () => {
    keep.checked = false;
    person.checked = false;
    others.hidden = true;
    read.textContent = "";
    show();
  };
  const forget = () => {
    store.removeItem(key);
    untick();
    status.textContent = status.dataset.gone ?? "";
  };
  // What was sent, here or in another tab, is not kept again by a page that still has it.
  const follow = () => {
    if (keep.checked && store.getItem(key) === null) untick();
  };
  const kept = readKept(store, key);
  keep.checked = kept !== null;
  person.checked = kept?.person !== undefined;
  // On the check page stands what was typed last.
  if (kept && location.pathname === path) {
    const sorted = sortKept(
      kept,
      basis,
      form.areas.map(({ name }) => name),
    );
    putBack(form.areas, sorted.texts);
    putBack(whose, kept.person ?? {});
    read.textContent = sorted.others.join("\n\n");
    others.hidden = sorted.others.length === 0;
    status.textContent = (others.hidden ? status.dataset.back : status.dataset.other) ?? "";
    form.element.dispatchEvent(new Event("input"));
  }
  offer.hidden = false;
  show();
  offer.addEventListener("change", () => {
    if (keep.checked) save();
    else forget();
    show();
  });
  offer.querySelector("button")?.addEventListener("click", forget);
  addEventListener("storage", follow);
  addEventListener("pageshow", follow);
  afterTyping(form, save, { returning: false });
}

/** Forgets the draft this page says is over, and every one that is too old. */
export function forgetDrafts(): void {
  const store = openStore();
  if (store) forgetKept(store, document.querySelector<HTMLElement>("[data-forget-draft]")?.dataset.forgetDraft);
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(one: Element): one is Field {
  return one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;
}

/** Whether a text is another one than the sample: by now, or when the page was made. */
function isChanged({ value, defaultValue, dataset }: HTMLTextAreaElement): boolean {
  return value !== defaultValue || dataset.changed !== undefined;
}

function valuesOf(fields: Field[]): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/** A field in which something was typed meanwhile keeps it. */
function putBack(fields: Field[], values: Record<string, string>): void {
  for (const field of fields) {
    const untouched = field instanceof HTMLSelectElement ? field.value === "" : field.value === field.defaultValue;
    const value = values[field.name];
    if (untouched && value !== undefined) field.value = value;
  }
}

/** A browser that forbids it has nothing to offer. */
function openStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
