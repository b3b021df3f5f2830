import { createTranslator } from "use-intl/core";
import { env } from "@/lib/env";
import { formatDeadline } from "@/lib/format";
import type { Distribution } from "@/lib/generated/prisma/enums";
import { wordsLocale } from "@/lib/importing/appeal-text/words";
import { loadMessages } from "@/lib/messages";
import type { Sender } from "@/lib/importing/write-appeal";
import { senderAddress } from "./sender-address";
import { listOwnLetters } from "./own-letters";
import { publicDistributions, publicStates } from "./public";
import type { Appeal } from "./queries";
import { textRules } from "./text-rules";
import { appealView } from "./view";

/** Who sends the text of an appeal, and what has to be said above it: whether anybody should write now, and who may see it. */
export function textSender(appeal: Appeal, distribution: Distribution | null, language: string): Sender {
  const { organisation, deadlineAt, deadlineZone, slug, revision, state } = appeal;
  const t = translator(language);
  const open = publicDistributions.some((one) => one === distribution);
  const shown = open && publicStates.some((one) => one === state);
  return {
    organisation: organisation.name,
    contact: senderAddress(organisation),
    page: shown ? `${env().APP_URL}/appeals/${slug}` : null,
    status: statusOf(appeal, language),
    distribution: open ? null : t("networkOnly"),
    until: deadlineAt && untilOf(deadlineAt, deadlineZone ?? "UTC", language),
    rules:
      revision.texts.length > 0
        ? [...textRules(appealView(appeal, language), language), ...ownLetters(appeal, language)]
        : [],
  };
}

function ownLetters(appeal: Appeal, language: string): string[] {
  const offices = listOwnLetters(appeal, language);
  const recipients = new Intl.ListFormat(wordsLocale(language), { type: "conjunction" }).format(offices);
  return offices.length > 0 ? [translator(language)("ownLetters", { recipients })] : [];
}

function untilOf(at: Date, zone: string, language: string): string {
  return translator(language)("until", formatDeadline({ at, zone }, wordsLocale(language)));
}

function translator(language: string) {
  const locale = wordsLocale(language);
  return createTranslator({ locale, messages: loadMessages(locale), namespace: "forwarding" });
}

/** Null while letters are wanted. The appeal's own reason for a STOP belongs to it. */
function statusOf(appeal: Appeal, language: string): string | null {
  const t = translator(language);
  const { state, stoppedAt, stopReason, overdueAt, deadlineAt, publishedAt, nature } = appeal;
  if (stoppedAt) return [t("status.stopped"), stopReason ?? ""].join(" ").trim();
  if (nature === "example") return t("status.example");
  if (!publishedAt) return t("status.draft");
  if (overdueAt || (state === "live" && deadlineAt && deadlineAt <= new Date())) return t("status.overdue");
  if (state === "paused") return t("status.paused");
  return state === "live" ? null : t("status.closed");
}
