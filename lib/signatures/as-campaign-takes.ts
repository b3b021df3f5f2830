import type { Appeal } from "@/lib/campaigns/queries";
import { ownTexts } from "@/lib/letters/own-texts";
import { readBodies, type Typed } from "./schema";

/**
 * What a campaign takes of what was posted, by how its letters are written; which way that was stays with the words, also when a
 * member chooses another one later. Where only a paragraph is added, no other text counts. Where all is in one's own words, a
 * paragraph from a form of before goes under them. A text that its writer changed and that has no place any more is set aside
 * with the rest: it is in no letter, and their pages show it to them, so that nothing that was typed is lost.
 */
export function asCampaignTakes(typed: Typed, { writing, revision }: Pick<Appeal, "writing" | "revision">): Typed {
  if (writing === "edit") return { ...typed, writing };
  const { body = "", bodies, ownWords = "", leftOut = "", ...rest } = typed;
  const further = Object.values(readBodies(bodies));
  if (writing === "paragraph") return { ...rest, ...setAside([leftOut, body, ...further]), ownWords, writing };
  return { ...rest, ...setAside([leftOut, ...further]), body: joined([body, ownWords]), writing };

  function setAside(texts: string[]): Pick<Typed, "leftOut"> {
    const own = ownTexts(texts, revision.sampleLetters);
    return own.length > 0 ? { leftOut: joined(own) } : {};
  }
}

function joined(texts: string[]): string {
  return texts.filter((text) => text.trim() !== "").join("\n\n");
}
