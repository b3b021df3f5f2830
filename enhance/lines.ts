import { comparable } from "@/lib/letters/comparable";
import { seemsSaid } from "@/lib/letters/seems-said";
import { afterTyping, type SignForm } from "./form";

/** What must stay in a letter is marked as soon as it has gone; what one's own words should say is ticked as soon as it is found. */
export function markLines(form: SignForm): void {
  const stays = form.element.querySelectorAll<HTMLElement>("[data-stays]");
  const ticked = form.element.querySelectorAll<HTMLElement>("[data-line]");
  if (stays.length + ticked.length === 0) return;
  afterTyping(form, () => {
    const text = form.written();
    const has = (line = "") => comparable(text).includes(comparable(line));
    for (const { dataset, firstElementChild: gone } of stays) gone?.toggleAttribute("hidden", has(dataset.stays));
    for (const { dataset } of ticked) {
      const { text: line = "" } = dataset;
      dataset.said = String(dataset.line === "fact" ? has(line) : seemsSaid(line, text));
    }
  });
}
