import { useTranslations } from "next-intl";
import type { Liveness } from "./use-live";

/** Says whether the numbers change by themselves; without script, that they do not. */
export function LiveNotice({ liveness, path }: { liveness: Liveness; path: string }) {
  const t = useTranslations("desk.delivery.live");
  const dot = { begun: "bg-edge", waiting: "bg-amber", live: "bg-moss", asking: "bg-moss", over: "bg-brick" }[liveness];
  return (
    <div className="mb-2 text-xs leading-5 text-muted print:hidden">
      <p role="status" className="inline-flex items-center gap-2 noscript:hidden">
        <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dot}`} />
        {t(liveness)}
      </p>
      <noscript>{t("plain")}</noscript>{" "}
      {(liveness === "waiting" || liveness === "over") && (
        <a href={path} className="link">
          {t("reload")}
        </a>
      )}
    </div>
  );
}
