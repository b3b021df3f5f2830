/** The form of an appeal, with what its modules read of it. */
export type SignForm = {
  element: HTMLFormElement;
  /** The fields a letter is written in. */
  areas: HTMLTextAreaElement[];
  /** The text of the letter between opening and closing; not that of other versions. */
  written: () => string;
  /** Whether anything stands in the letter that the page did not bring. */
  touched: () => boolean;
};

/** The form on this page, if there is one. */
export function findSignForm(): SignForm | null {
  const element = document.querySelector<HTMLFormElement>("form[data-sign]");
  if (!element) return null;
  const areas = [...element.querySelectorAll("textarea")];
  const main = areas.filter(({ name }) => name === "body" || name === "ownWords");
  // A text that is only added to is the example.
  const fixed = element.querySelector<HTMLElement>("[data-own-meter=paragraph]")?.dataset.example ?? "";
  return {
    element,
    areas,
    written: () => joined([fixed, ...main.map(({ value }) => value)]),
    touched: () => areas.some(({ value, defaultValue }) => value !== defaultValue),
  };
}

function joined(parts: string[]): string {
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}

const pauseMs = 200;

/**
 * Runs something at each pause in typing, and when somebody comes back: the browser fills in the fields as they were left only
 * after this script ran.
 * @param when.returning whether it runs at their return, too
 */
export function afterTyping({ element }: SignForm, update: () => void, { returning } = { returning: true }): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  element.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, pauseMs);
  });
  if (returning) addEventListener("pageshow", update);
}

const language = document.documentElement.lang;

/** A message of the page with its number, for which `#` stands in it. */
export function withNumber(message: string | undefined, value: number): string {
  return (message ?? "").replace("#", new Intl.NumberFormat(language).format(value));
}
