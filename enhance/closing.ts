import { disclosedName } from "@/lib/letters/signed-name";
import type { SignForm } from "./form";

/** The name and country appear under each letter as they are typed. */
export function fillClosing({ element }: SignForm): void {
  const closings = element.querySelectorAll<HTMLElement>("[data-template]");
  const country = element.querySelector<HTMLSelectElement>("select[name=country]");
  if (!country) return;
  const fill = () => {
    for (const closing of closings) {
      const { template = "", name = "", country: unknown = "" } = closing.dataset;
      const known = country.value ? country.selectedOptions[0]?.text : unknown;
      const values: Record<string, string> = { name: shownName(element) || name, country: known ?? unknown };
      closing.textContent = template.replace(/\{(name|country)\}/g, (_, key: string) => values[key] ?? "");
    }
  };
  element.addEventListener("input", fill);
  addEventListener("pageshow", fill);
}

function shownName(form: HTMLFormElement): string {
  const name = form.querySelector<HTMLInputElement>("input[name=name]")?.value.trim() ?? "";
  if (new FormData(form).get("disclosure") !== "initials") return name;
  return disclosedName(name, "initials");
}
