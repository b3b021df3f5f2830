import { findOlderRevision } from "@/lib/campaigns/older-revision";
import type { Appeal } from "@/lib/campaigns/queries";
import { ownTexts } from "@/lib/letters/own-texts";
import { everybody, pickSample } from "@/lib/letters/versions";
import { readBodies, type Typed } from "./schema";

/** The number of the revision that was typed into, and the language of the text to everybody: as it was said, and as it is now. */
type Way = { from: number | undefined; said: string; bodyLanguage: string };

/**
 * Brings what was typed into the letter of an older revision over to the one of now. A text that nobody touched becomes the one
 * of now. One that its writer changed stays, unless what the older revision said is no longer so, or its language is gone: then it
 * is set aside with what a campaign does not take. What is all one's own stays in any case. `overtaken` says that what is so
 * has changed since.
 */
export async function carryOver(typed: Typed, appeal: Appeal, { from, said, bodyLanguage }: Way): Promise<Typed> {
  const older = from === undefined ? null : await findOlderRevision(appeal, from);
  if (!older) return typed;
  const { body, bodies, leftOut = "", ...rest } = typed;
  const isChanged = (text = "") => ownTexts([text], older.appeal.revision.sampleLetters).length > 0;
  const further = Object.entries(readBodies(bodies)).filter(([, text]) => isChanged(text));
  const fits = !older.superseded && said === bodyLanguage;
  const bodyStays = isChanged(body) && (fits || appeal.writing === "own");
  const aside = [
    leftOut,
    ...(isChanged(body) && !bodyStays ? [body] : []),
    ...(fits ? [] : further.map(([, text]) => text)),
  ].filter(Boolean);
  return {
    ...rest,
    ...(body !== undefined && { body: bodyStays ? body : newestBody(appeal, bodyLanguage) }),
    ...(fits && further.length > 0 && { bodies: JSON.stringify(Object.fromEntries(further)) }),
    ...(aside.length > 0 && { leftOut: aside.join("\n\n") }),
    ...(older.superseded && { overtaken: "yes" }),
  };
}

/** What a form begins with. */
function newestBody({ writing, revision, defaultLanguage: fallback }: Appeal, language: string): string {
  return writing === "own" ? "" : pickSample(revision.sampleLetters, { version: everybody, language, fallback }).body;
}
