import { maskNames, mentions } from "@/lib/cases/mask";
import { makeSlug } from "./schema";

// What stands for what is not text: in no title.
const mark = "\uFFFC";

/**
 * The address an appeal gets from its title, without the names of people at risk: a consent can be withdrawn, but an address
 * that was passed on is out in the world.
 */
export function namelessSlug(title: string, names: string[]): string {
  const nameless = maskNames(title, { hidden: names, shown: [] }, mark).replace(/\uFFFC(?:['’ʼ]s\b)?/gu, " ");
  const slug = makeSlug(nameless);
  // What stood apart in the title, as "Kim, Chul-soo", stands together now.
  return mentions(slug, names) ? makeSlug(maskNames(slug, { hidden: names, shown: [] }, "")) : slug;
}
