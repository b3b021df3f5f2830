import type { Channel } from "@/lib/generated/prisma/enums";
import { direction } from "@/lib/locales";
import { type RuleView, ruleViews } from "@/lib/routing/view";
import { isCarried } from "@/lib/recipients/carried";
import { pickAddress, wayTo } from "@/lib/recipients/route";
import { inLanguage, type Appeal, type AppealPicture, type AppealRecipient } from "./queries";

export type RecipientView = {
  id: string;
  short: string;
  holder: string | null;
  channel: Channel | null;
  /** Whether we send the letter; else its writer does. */
  carried: boolean;
  role: "to" | "copy";
  /** Invented, to show how the software works. */
  sample: boolean;
};

/** An appeal in one language, ready to be drawn. */
export type AppealView = {
  slug: string;
  /** `overdue`: its deadline has passed, and nobody should write before they have asked. */
  state: "live" | "paused" | "closed" | "overdue" | "stopped";
  /** Why it was stopped, in the appeal's own language; null while that is private. */
  stopReason: { text: string; language: string; dir: "ltr" | "rtl" } | null;
  outcomes: { id: string; on: Date; text: string; source: string; language: string; dir: "ltr" | "rtl" }[];
  verifiedAt: Date | null;
  organisation: string;
  /** Where the organisation is asked; null where it gave no address of its own. */
  contact: string | null;
  example: boolean;
  text: { title: string; request: string; summary: string[]; body: string; notice: string; writeHint: string };
  /** Null without one, and while anybody in it does not consent. */
  picture: { src: string; small: string; alt: string; width: number; height: number; credit: string } | null;
  language: string;
  dir: "ltr" | "rtl";
  provenance: NonNullable<Appeal["original"]> | null;
  deadline: { at: Date; zone: string } | null;
  goal: number | null;
  recipients: RecipientView[];
  /** Who of them, and who else, is written to; without any, all of them. */
  rules: RuleView[];
  /** Whether letters may leave by a fax we send. */
  byFax: boolean;
};

/** The appeal as a reader of `locale` sees it; texts that are missing in it stand in the campaign's own language. */
export function appealView(appeal: Appeal, locale: string): AppealView {
  const text = inLanguage(appeal.revision.texts, locale, appeal.defaultLanguage);
  const recipients = appeal.recipients.map((recipient) => recipientOf(recipient, appeal, locale));
  const further = appeal.rules.some(({ kind }) => kind === "embassy" || kind === "own_government");
  return {
    slug: appeal.slug,
    state: standing(appeal),
    stopReason: stopReasonView(appeal),
    outcomes: appeal.case.outcomes.map(({ happenedOn, language, ...one }) => {
      return { ...one, on: happenedOn, language, dir: direction(language) };
    }),
    verifiedAt: appeal.verifiedAt,
    organisation: appeal.organisation.name,
    contact: appeal.organisation.senderAddress,
    example: appeal.nature === "example",
    text: { ...text, summary: text.summary.split(/\n\s*\n/) },
    picture: appeal.picture && pictureView(appeal.picture, text.pictureAlt),
    language: text.language,
    dir: direction(text.language),
    provenance: appeal.original,
    deadline: appeal.deadlineAt && { at: appeal.deadlineAt, zone: appeal.deadlineZone ?? "UTC" },
    goal: appeal.goal,
    recipients,
    rules: ruleViews(appeal.rules, recipients, locale),
    byFax: (further && isCarried("fax")) || recipients.some(({ channel, carried }) => channel === "fax" && carried),
  };
}

function standing({ state, stoppedAt, overdueAt }: Appeal): AppealView["state"] {
  if (stoppedAt) return "stopped";
  if (overdueAt) return "overdue";
  return state === "paused" || state === "live" ? state : "closed";
}

function stopReasonView({ stoppedAt, stopReason, defaultLanguage: language }: Appeal): AppealView["stopReason"] {
  return stoppedAt && stopReason ? { text: stopReason, language, dir: direction(language) } : null;
}

function pictureView({ id, ...picture }: AppealPicture, alt: string): AppealView["picture"] {
  const src = `/api/pictures/${id}`;
  return { ...picture, src, small: `${src}?small`, alt };
}

/** A recipient as one sees it who has not said yet how their letters are to travel: as the campaign prefers. */
export function recipientOf(
  recipient: AppealRecipient,
  { defaultLanguage, prefersOwnClient: ownClient }: Pick<Appeal, "defaultLanguage" | "prefersOwnClient">,
  locale: string,
): RecipientView {
  const view = recipientView(recipient, locale, defaultLanguage);
  const channel = wayTo(recipient, { disclosure: "full", ownClient })?.channel ?? null;
  return { ...view, channel, carried: channel !== null && isCarried(channel) };
}

/** A recipient by the short name of the office and its present holder. */
export function recipientView(recipient: AppealRecipient, locale: string, fallback: string): RecipientView {
  const channel = pickAddress(recipient)?.channel ?? null;
  return {
    id: recipient.id,
    short: inLanguage(recipient.texts, locale, fallback).short,
    holder: recipient.holders[0]?.name ?? null,
    channel,
    carried: channel !== null && isCarried(channel),
    role: recipient.role,
    sample: recipient.sample,
  };
}
