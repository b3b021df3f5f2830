import type { Appeal } from "@/lib/campaigns/queries";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import type { Typed } from "@/lib/signatures/schema";
import type { ComposedLetter } from "./compose";
import { knownPassages } from "./known-passages";
import { type OwnLevel, ownLevel, ownShare } from "./own-share";
import { makeSketch, nearness, sketchKey } from "./sketch";
import { listSketches } from "./sketches";
import { typedWords } from "./typed-words";

/** How own a letter is: `share` from 0 to 1, and whether that is much like what others have sent. */
export type OwnMeasure = { share: number; level: OwnLevel; near: boolean };

/** From here on most of what somebody added themselves was sent before. */
const nearFrom = 0.5;

/**
 * Measures a letter that is about to be sent against the examples it began with, and against the newest letters of the campaign.
 * Of several letters of one writer the one that is most their own counts. Only a hint; null where no letter leaves.
 */
export async function measureOwn(appeal: Appeal, typed: Typed, letters: ComposedLetter[]): Promise<OwnMeasure | null> {
  if (letters.length === 0) return null;
  const known = knownPassages(appeal.revision);
  // Many recipients get the same text.
  const texts = new Set(letters.map(({ body, ownWords }) => `${body}\n\n${ownWords}`));
  const share = Math.max(...[...texts].map((text) => ownShare(text, known)));
  const { data } = await getCampaignKeys(appeal.id);
  const sketch = makeSketch(typedWords(typed), known, sketchKey(data));
  const near = sketch.length === 0 ? 0 : nearness(sketch, await listSketches(appeal.id, data));
  return { share, level: ownLevel(share, near), near: near >= nearFrom };
}
