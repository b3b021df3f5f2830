import { z } from "zod";
import { optionalLine } from "@/lib/typed-text";

export const searchLimits = { least: 2, most: 100 } as const;

/** What can be found in the desk besides its pages. */
export const hitKinds = ["campaign", "case", "recipient"] as const;
export type HitKind = (typeof hitKinds)[number];

/** What a member looks for. It may be a person's name: it travels in the body of a form, never in an address. */
export const deskSearchSchema = z.object({
  q: optionalLine(searchLimits.most).pipe(z.string().min(searchLimits.least, "too-short")),
  kind: z.enum(hitKinds).optional().catch(undefined),
});

/** Something found: what members call it, a word or two to tell it by, and its page. */
export type Hit = { kind: HitKind; id: string; title: string; note: string; href: string };

/** `more`: the kinds of which there are more than are shown. */
export type Found = { q: string; hits: Hit[]; more: HitKind[] };
