import { z } from "zod";
import { TallyState } from "@/lib/generated/prisma/enums";
import { signatureFilters } from "@/lib/signatures/schema";

/** The tallies of letters that a page shows, in the order in which they are told. */
export const shownTallies = [
  "accepted",
  "self_reported",
  "queued",
  "held",
  "bounced",
  "failed",
  "unknown",
  "captured",
] as const satisfies readonly TallyState[];

/**
 * What everybody may read: confirmed people, and letters. Who has signed without confirming is counted for members only: a
 * count that moves, or does not, when somebody types an address would tell whether it has signed before.
 */
export const publicTallies = [
  "confirmed",
  "on_paper",
  "queued",
  "accepted",
  "bounced",
  "held",
  "failed",
  "unknown",
  "quarantined",
  "cancelled",
  "expired",
  "captured",
  "with_signer",
  "self_reported",
] as const satisfies readonly TallyState[];

/** Whether anybody ever confirmed a letter, also when nobody's signature counts now. */
export function everConfirmed(totals: Record<TallyState, number>): boolean {
  return publicTallies.some((state) => state !== "on_paper" && totals[state] > 0);
}

const floor = 10;
const steps = [25, 50, 100, 250, 500, 1000, 1500, 2500, 5000, 7500];

/**
 * The goal beside a count: the next step above it, never beyond the campaign's own goal while that is not reached. None
 * below a floor, because a bar that is nearly empty says that nobody comes.
 */
export function goalFor(confirmed: number, goal: number | null): number | null {
  if (confirmed < floor) return null;
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(confirmed)) - 3);
  const next = steps.map((step) => step * magnitude).find((step) => step > confirmed) ?? 10_000 * magnitude;
  return goal && goal > confirmed ? Math.min(goal, next) : next;
}

/** What can be exported, and its columns in the order in which they are written; `personal` ones name or quote a signer. */
export const exportColumns = {
  signatures: {
    plain: [
      "id",
      "state",
      "createdAt",
      "confirmedAt",
      "stateAt",
      "country",
      "language",
      "partner",
      "disclosure",
      "newsConsent",
      "publicNameConsent",
    ],
    personal: ["name", "email", "ownWords"],
  },
  letters: {
    plain: [
      "id",
      "signature",
      "recipient",
      "channel",
      "language",
      "state",
      "createdAt",
      "stateAt",
      "attempts",
      "code",
      "enhancedCode",
      "doubledAt",
    ],
    personal: ["text"],
  },
} as const;

export type ExportWhat = keyof typeof exportColumns;
export type ExportColumn = (typeof exportColumns)[ExportWhat]["plain" | "personal"][number];

/** Columns that are there without being asked for are as few as say something, and none that is personal. */
export const notAtFirst: readonly ExportColumn[] = ["newsConsent", "publicNameConsent"];

/** Who takes names or addresses takes along what their owners allow to be done with them. */
const alongWith: Partial<Record<ExportColumn, ExportColumn>> = { name: "publicNameConsent", email: "newsConsent" };

export const separators = { comma: ",", semicolon: ";" } as const;

const separator = z.enum(Object.keys(separators) as (keyof typeof separators)[]).default("comma");

function chosen<C extends ExportColumn>(columns: readonly C[]) {
  return z
    .array(z.enum(columns))
    .min(1, "required")
    .transform((asked) => {
      const wanted = new Set<ExportColumn>(asked.flatMap((column) => [column, alongWith[column] ?? column]));
      return columns.filter((column) => wanted.has(column));
    });
}

const { signatures, letters } = exportColumns;

/** What a member wants to export. Without a state: all of them. */
export const exportSchema = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("signatures"),
    columns: chosen([...signatures.plain, ...signatures.personal]),
    state: z.enum(signatureFilters).optional().catch(undefined),
    separator,
  }),
  z.object({
    what: z.literal("letters"),
    columns: chosen([...letters.plain, ...letters.personal]),
    state: z.enum(TallyState).optional().catch(undefined),
    separator,
  }),
]);

export type ExportChoice = z.infer<typeof exportSchema>;

export function isPersonal(column: ExportColumn): boolean {
  return [...signatures.personal, ...letters.personal].some((one) => one === column);
}

/** Reads the export form as a browser sends it; null when what it asks for cannot be made, as without any column. */
export function readExportForm(form: FormData): ExportChoice | null {
  const { column: _one, ...fields } = Object.fromEntries(form);
  return exportSchema.safeParse({ ...fields, columns: form.getAll("column") }).data ?? null;
}
