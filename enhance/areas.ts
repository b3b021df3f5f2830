import { type SignForm, withNumber } from "./form";

const nearlyFull = 300;

/** A field that is nearly full says so, and fields grow where the browser cannot do that by itself. */
export function watchAreas({ areas }: SignForm): void {
  const grow = !CSS.supports("field-sizing", "content");
  for (const area of areas) {
    const note = area.parentElement?.querySelector<HTMLElement>("[data-left]");
    const update = () => {
      const left = area.maxLength - area.value.length;
      if (note) note.textContent = left < nearlyFull ? withNumber(note.dataset.left, left) : "";
      if (!grow) return;
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight}px`;
    };
    area.addEventListener("input", update);
    addEventListener("pageshow", update);
  }
}
