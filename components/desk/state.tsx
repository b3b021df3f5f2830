import type { CampaignState, DeliveryState, SignatureState, TallyState } from "@/lib/generated/prisma/enums";

type Tone = "good" | "waiting" | "bad" | "quiet";

const dots: Record<Tone, string> = {
  good: "bg-moss",
  waiting: "border-[1.5px] border-amber",
  bad: "rotate-45 rounded-none bg-brick",
  quiet: "border-[1.5px] border-edge",
};

const bars: Record<Tone, string> = { good: "fill-moss", waiting: "fill-amber", bad: "fill-brick", quiet: "fill-edge" };

type Named = CampaignState | DeliveryState | SignatureState | TallyState;

const tones: Partial<Record<Named, Tone>> = {
  live: "good",
  paused: "waiting",
  scheduled: "waiting",
  in_review: "waiting",
  pending: "waiting",
  confirmed: "good",
  accepted: "good",
  self_reported: "good",
  queued: "waiting",
  claimed: "waiting",
  transmitting: "waiting",
  waiting: "waiting",
  held: "waiting",
  with_signer: "waiting",
  bounced: "bad",
  failed: "bad",
  unknown: "bad",
  quarantined: "bad",
};

/** The colour of a state's segment in a bar. */
export function barTone(state: TallyState): string {
  return bars[tones[state] ?? "quiet"];
}

/** A state as a small word with a dot. The dot's shape says the same as its colour. */
export function State({ of, children }: { of: Named; children: string }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dots[tones[of] ?? "quiet"]}`} />
      {children}
    </span>
  );
}
