import { afterTyping, type SignForm } from "./form";

/** What is kept of a draft: texts by the names of their fields, and those that say who writes if they want that. */
type Kept = { at: number; texts: Record<string, string>; person?: Record<string, string> };

const prefix = "draft:";
const keptForMs = 30 * 86_400_000;
const personal = ["name", "originalName", "profession", "email", "country"];

/** Keeps what is written on this device, if its writer says so, until it is sent; brings it back when they return. */
export function keepDraft(form: SignForm): void {
  const store = openStore();
  const offer = form.element.querySelector<HTMLElement>("[data-keep-draft]");
  const [keep, person] = offer?.querySelectorAll<HTMLInputElement>("input") ?? [];
  const more = offer?.querySelector<HTMLElement>("[data-kept]");
  const status = offer?.querySelector<HTMLElement>("[role=status]");
  if (!store || !offer || !keep || !person || !more || !status) return;
  const path = new URL(form.element.action).pathname;
  const key = keyOf(path.split("/").pop() ?? "");
  const fields = [...form.element.elements].filter(isField);
  const whose = fields.filter(({ name }) => personal.includes(name));

  const show = () => more.toggleAttribute("hidden", !keep.checked);
  const save = () => {
    if (!keep.checked) return;
    const kept: Kept = { at: Date.now(), texts: valuesOf(form.areas) };
    if (person.checked) kept.person = valuesOf(whose);
    store.setItem(key, JSON.stringify(kept));
  };
  const forget = () => {
    store.removeItem(key);
    keep.checked = false;
    person.checked = false;
    status.textContent = status.dataset.gone ?? "";
    show();
  };
  const kept = read(store, key);
  keep.checked = kept !== null;
  person.checked = kept?.person !== undefined;
  // On the check page stands what was typed last.
  if (kept && location.pathname === path) {
    putBack(form.areas, kept.texts);
    putBack(whose, kept.person ?? {});
    status.textContent = status.dataset.back ?? "";
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
  afterTyping(form, save);
}

/** Forgets the draft of a letter that has just been sent, and every one that is too old. */
export function forgetDrafts(): void {
  const store = openStore();
  if (!store) return;
  const sent = /\/appeals\/([^/]+)\/sent$/.exec(location.pathname)?.[1];
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
  for (const key of keys.filter((one) => one.startsWith(prefix))) {
    if (read(store, key) === null || (sent && key === keyOf(sent))) store.removeItem(key);
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(one: Element): one is Field {
  return one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;
}

function keyOf(slug: string): string {
  return prefix + slug;
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

/** @returns null for what is not there, too old, or not ours */
function read(store: Storage, key: string): Kept | null {
  try {
    const kept = JSON.parse(store.getItem(key) ?? "null") as Kept | null;
    return kept && Date.now() - kept.at < keptForMs ? kept : null;
  } catch {
    return null;
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
