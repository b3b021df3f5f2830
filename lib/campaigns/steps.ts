import type { Finding } from "./blockers";

/** The steps of writing a campaign, in the order in which it is best done. */
export const steps = ["case", "recipients", "letters", "page", "consent", "review"] as const;
export type Step = (typeof steps)[number];

/** How far a step is: how many things are missing in it, and how many would make it better. */
export type StepState = { step: Step; missing: number; better: number };

const rooms: Record<Finding["room"], Step> = {
  page: "page",
  picture: "page",
  letter: "letters",
  recipients: "recipients",
  "recipients/rules": "recipients",
  settings: "case",
  case: "consent",
};

/** The step in which a finding is mended. */
export function stepOf({ room }: Pick<Finding, "room">): Step {
  return rooms[room];
}

/** How far each step is; the last one is as far as all of them. */
export function stepStates(findings: Pick<Finding, "room" | "weight">[]): StepState[] {
  return steps.map((step) => {
    const its = findings.filter((one) => step === "review" || stepOf(one) === step);
    const missing = its.filter(({ weight }) => weight === "blocks").length;
    return { step, missing, better: its.length - missing };
  });
}

/**
 * Where to go on from a step: the next in which something is missing, round to the ones before it, and with nothing missing
 * the last, where it is published. @returns null at the end of the way
 */
export function nextStep<T extends StepState>(states: T[], here: Step): T | null {
  const at = states.findIndex(({ step }) => step === here);
  const onward = [...states.slice(at + 1), ...states.slice(0, Math.max(at, 0))];
  const last = states.find(({ step }) => step === "review");
  return (
    onward.find(({ step, missing }) => step !== "review" && missing > 0) ?? (here === "review" ? null : (last ?? null))
  );
}
