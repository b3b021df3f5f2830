import { z } from "zod";
import { languages } from "@/lib/campaigns/schema";
import { optionalLine, typedText } from "@/lib/typed-text";
import { day } from "./schema";

/** Lengths in UTF-16 code units. */
export const outcomeLimits = { text: 2000, source: 300 } as const;

export const audiences = ["public", "members"] as const;

/** What became of a case: what happened, on which day, who says so, and who may read it. */
export const outcomeSchema = z.object({
  happenedOn: day,
  outcome: typedText(outcomeLimits.text).pipe(z.string().min(1, "required")),
  source: optionalLine(outcomeLimits.source).default(""),
  language: z.string("required").refine((value) => languages.includes(value), "required"),
  audience: z.enum(audiences, "required"),
});

export type OutcomeInput = z.output<typeof outcomeSchema>;
