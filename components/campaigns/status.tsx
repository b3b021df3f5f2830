import { useTranslations } from "next-intl";
import { Dotted } from "@/components/ui/dotted";
import { formatDeadline } from "@/lib/format";
import type { AppealView } from "@/lib/campaigns/view";

const dots = {
  live: "bg-moss",
  paused: "bg-amber",
  closed: "bg-edge",
  overdue: "bg-amber",
  stopped: "bg-brick",
} as const;
const words = { live: "open", paused: "paused", closed: "closed", overdue: "overdue", stopped: "stopped" } as const;

/** Whether one can write, and until when: in the time zone of the deadline, which is named. */
export function Status({ state, deadline, locale }: Pick<AppealView, "state" | "deadline"> & { locale: string }) {
  const t = useTranslations("site.appeal");
  const now = (
    <strong className="inline-flex items-baseline gap-2 font-semibold">
      <span className={`size-2 rounded-full ${dots[state]}`} aria-hidden="true" />
      {t(words[state])}
    </strong>
  );
  const until = deadline ? t("deadline", formatDeadline(deadline, locale)) : t("noDeadline");
  const parts = [
    { key: "now", text: now },
    { key: "until", text: <span className="text-muted">{until}</span> },
  ];
  return <Dotted className="text-sm" parts={state === "live" ? parts : parts.slice(0, 1)} />;
}
