import type { Appeal } from "@/lib/campaigns/queries";
import type { Typed } from "./schema";

/**
 * What a campaign takes of what was posted, by how its letters are written; which way that was stays with the words, also when a
 * member chooses another one later. Where only a paragraph is added, no other text counts. Where all is in one's own words, a
 * paragraph from a form of before goes under them: nothing that was typed is lost.
 */
export function asCampaignTakes(typed: Typed, { writing }: Pick<Appeal, "writing">): Typed {
  const { body = "", bodies: _bodies, ownWords = "", ...rest } = typed;
  if (writing === "paragraph") return { ...rest, ownWords, writing };
  if (writing === "edit") return { ...typed, writing };
  const all = [body, ownWords].filter((part) => part.trim() !== "");
  return { ...rest, body: all.join("\n\n"), writing };
}
