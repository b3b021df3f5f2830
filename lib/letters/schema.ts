import { z } from "zod";
import { HoldReason, TallyState } from "@/lib/generated/prisma/enums";

/** The list of letters as its address names it. What cannot be read there counts as not asked for. */
export const letterQuerySchema = z.object({
  state: z.enum(TallyState).optional().catch(undefined),
  recipient: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

/** Why letters are held that a member may release. */
export const holdReasonSchema = z.enum(HoldReason);

export type LetterQuery = z.infer<typeof letterQuerySchema>;

/** The address of such a list. */
export function letterListHref(path: string, query: LetterQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}#letters` : `${path}#letters`;
}
