import { useTranslations } from "next-intl";
import { formatMoment } from "@/lib/format";
import type { AppealView } from "@/lib/campaigns/view";

const dots = { live: "bg-moss", paused: "bg-amber", closed: "bg-edge" } as const;
const words = { live: "open", paused: "paused", closed: "closed" } as const;

/** Whether one can write, and until when: in the time zone of the deadline, which is named. */
export function Status({ state, deadline, locale }: Pick<AppealView, "state" | "deadline"> & { locale: string }) {
  const t = useTranslations("site.appeal");
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
      <span className={`size-2 rounded-full ${dots[state]}`} aria-hidden="true" />
      <strong className="font-semibold">{t(words[state])}</strong>
      {state === "live" && (
        <span className="text-muted">
          · {deadline ? t("deadline", deadlineWords(deadline, locale)) : t("noDeadline")}
        </span>
      )}
    </p>
  );
}

function deadlineWords({ at, zone }: { at: Date; zone: string }, locale: string) {
  return { ...formatMoment(at, locale, zone), zone: zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone };
}
