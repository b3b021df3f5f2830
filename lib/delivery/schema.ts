import { z } from "zod";
import { HoldReason, type PauseScope } from "@/lib/generated/prisma/enums";
import { optionalLine } from "@/lib/typed-text";

/** Lengths in UTF-16 code units. */
export const deliveryLimits = { reason: 200 } as const;

/** What is to stop: a campaign or recipient by its id, a lane by its name. */
export type PauseInput = { scope: PauseScope; subjectId?: string; lane?: string; reason: string };

const whole = ["installation", "organisation"] as const;

/** What a pause is of, in one field: `organisation`, `campaign <id>`, `lane <name>`. */
export function pauseTarget({ scope, subjectId, lane }: Omit<PauseInput, "reason">): string {
  return [scope, subjectId ?? lane].join(" ").trim();
}

const target = z
  .string({ error: "required" })
  .min(1, "required")
  .max(300, "invalid")
  .transform((value) => value.split(" "))
  .pipe(
    z.union(
      [
        z.tuple([z.enum(whole)]).transform(([scope]) => ({ scope })),
        z
          .tuple([z.enum(["campaign", "recipient"]), z.uuid()])
          .transform(([scope, subjectId]) => ({ scope, subjectId })),
        z.tuple([z.literal("lane"), z.string().min(1)]).transform(([scope, lane]) => ({ scope, lane })),
      ],
      "invalid",
    ),
  );

/** The form of a pause. Its reason may stay empty: who has to stop something has no time. */
export const pauseSchema = z
  .object({ target, reason: optionalLine(deliveryLimits.reason).default("") })
  .transform(({ target: of, reason }): PauseInput => ({ ...of, reason }));

export const resumeSchema = z.object({ pause: z.uuid("invalid") });

/** Letters that are tried again: those that wait for their next try, whose tries are over, that came back, or that could not be made. */
const retryable = ["waiting", "failed", "bounced", "ambiguous", "quarantined"] as const;

const letters = { campaign: z.uuid("invalid"), recipient: z.uuid("invalid") };

export const retrySchema = z.object({ ...letters, which: z.enum(retryable, "invalid") });

export type RetryInput = z.output<typeof retrySchema>;

/** Held letters of one recipient that shall never leave. `count` is how many the member was shown. */
export const skipSchema = z.object({
  ...letters,
  reason: z.enum(HoldReason, "invalid"),
  count: z.string().regex(/^\d+$/, "invalid").transform(Number),
});

export type SkipInput = z.output<typeof skipSchema>;

/** Where letters stand on their way out. `leaving` are with a worker now; `waiting` are all others that shall still leave. */
export const stations = [
  "waiting",
  "leaving",
  "accepted",
  "bounced",
  "failed",
  "unknown",
  "held",
  "quarantined",
  "captured",
] as const;
export type Station = (typeof stations)[number];

/** How many letters have left of all that shall: those that failed have not, and captured ones never will. */
export function leftOf(counts: Record<Station, number>): { left: number; all: number } {
  const { waiting, leaving, accepted, bounced, failed, unknown, held, quarantined } = counts;
  const left = accepted + bounced + unknown;
  return { left, all: left + waiting + leaving + failed + held + quarantined };
}

/** What is told of a step of the chart. */
export const charted = ["accepted", "bounced", "failed", "held", "unknown"] as const;

/** The chart of delivery shows the last two hours by the minute, or the last three days by the hour. */
export const spans = ["hours", "days"] as const;
export type Span = (typeof spans)[number];

/** What the delivery pages are asked for with; what cannot be read counts as not asked for. */
export const deliveryQuerySchema = z.object({
  campaign: z.uuid().optional().catch(undefined),
  span: z.enum(spans).catch("hours"),
  before: z.uuid().optional().catch(undefined),
  /** The held letters that a member thinks of skipping. */
  skip: z
    .string()
    .transform((value) => value.split(" "))
    .pipe(z.tuple([z.uuid(), z.enum(HoldReason)]))
    .optional()
    .catch(undefined),
});
