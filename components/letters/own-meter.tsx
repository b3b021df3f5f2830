import { useTranslations } from "next-intl";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import type { OwnMeasure } from "@/lib/letters/measure-own";

type OwnMeterProps = {
  writing: WritingWay;
  /** The text a letter is measured against. */
  example: string;
};

/** How much of a letter is its writer's own, said by a script while they write; without it, that it will be said. */
export function OwnMeter({ writing, example }: OwnMeterProps) {
  const t = useTranslations("writing.meter");
  const words =
    writing === "paragraph"
      ? { "data-like": t("alone"), "data-partly": t("added"), "data-mostly": t("added") }
      : { "data-like": t("like"), "data-partly": t("partly"), "data-mostly": t("mostly") };
  return (
    <div data-own-meter={writing} data-example={example} {...words} className="mt-6">
      <Gauge share={0} label={t("label")} />
      <p className="mt-1.5 text-sm text-muted" aria-live="polite">
        {t("start")}
      </p>
    </div>
  );
}

/** The same of a letter that is about to be sent. Never more than a hint. */
export function OwnMeasured({ writing, own }: { writing: WritingWay; own: OwnMeasure }) {
  const t = useTranslations("writing.meter");
  const added = own.share > 0 ? "added" : "alone";
  return (
    <div>
      <Gauge share={own.share} label={t("label")} />
      <p className="mt-1.5 text-sm text-muted">{t(own.near ? "near" : writing === "paragraph" ? added : own.level)}</p>
    </div>
  );
}

function Gauge({ share, label }: { share: number; label: string }) {
  return <meter className="own-share" min={0} max={1} value={share} aria-label={label} />;
}
