import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import { formatNumber } from "@/components/desk/formats";
import { PressForm } from "@/components/desk/press-form";
import { Section } from "@/components/desk/section";
import { ButtonLink } from "@/components/ui/button";
import type { ImportFacts, ImportRowLine } from "@/lib/imports/queries";
import { BadRows, TwinRows } from "./row-lists";

type Rows = Record<"bad" | "skipped" | "updated" | "kept", ImportRowLine[]>;

/** `download` is missing for those who may not take the rows with them. */
type ImportResultProps = { facts: ImportFacts; rows: Rows; undo: FormAction; download: string | undefined };

/** What an import that has ended did, and the way back. */
export function ImportResult({ facts, rows, undo, download }: ImportResultProps) {
  const t = useTranslations("desk.import");
  const { state, made, bad, skipped, updated, kept } = facts;
  return (
    <div className="space-y-12">
      <Summary facts={facts} />
      {rows.kept.length > 0 && (
        <Section id="kept" title={t("keptTitle")}>
          <TwinRows caption={t("keptTitle")} rows={rows.kept} total={kept} />
        </Section>
      )}
      {rows.bad.length > 0 && (
        <Section id="bad" title={t("badTitle")}>
          <p className="mb-4 max-w-[62ch] text-muted">{t(download ? "badLead" : "badLeadForOthers")}</p>
          {download && (
            <p className="mb-5">
              <ButtonLink href={download}>{t("download")}</ButtonLink>
            </p>
          )}
          <BadRows rows={rows.bad} total={bad} />
        </Section>
      )}
      {rows.skipped.length > 0 && (
        <Section id="skipped" title={t("skippedTitle")}>
          <TwinRows caption={t("skippedTitle")} rows={rows.skipped} total={skipped} />
        </Section>
      )}
      {rows.updated.length > 0 && (
        <Section id="updated" title={t("updatedTitle")}>
          <TwinRows caption={t("updatedTitle")} rows={rows.updated} total={updated} />
        </Section>
      )}
      {state !== "undone" && made + updated > 0 && (
        <Section id="undo" title={t("undoTitle")}>
          <p className="mb-4 max-w-[62ch] text-muted">{t("undoLead")}</p>
          <PressForm action={undo} submit={t("undo")} pending={t("undoStarting")} look="grave" />
        </Section>
      )}
    </div>
  );
}

function Summary({ facts }: { facts: ImportFacts }) {
  const t = useTranslations("desk.import");
  const { state, next, total, removed, restored, kept } = facts;
  const ended = state === "undone" ? "undone" : state === "failed" ? "failed" : "done";
  return (
    <Section id="result" title={t(`${ended}Title`)}>
      {ended === "failed" && <p className="mb-3 max-w-[62ch] text-brick">{t("failedText", { next, total })}</p>}
      {ended === "undone" && <p className="mb-3 max-w-[62ch]">{t("undoneText", { removed, restored, kept })}</p>}
      <dl className="flex flex-wrap gap-x-12 gap-y-4 tabular-nums">
        {(["made", "updated", "skipped", "bad"] as const).map((outcome) => (
          <div key={outcome}>
            <dt className="text-sm text-muted">{t(`results.${outcome}`)}</dt>
            <dd className={`text-2xl ${outcome === "bad" && facts.bad > 0 ? "text-brick" : ""}`}>
              {formatNumber(facts[outcome])}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 flex flex-wrap gap-x-6">
        <Link href="/desk/recipients" className="link">
          {t("toLibrary")}
        </Link>
        <Link href="/desk/recipients/import" className="link">
          {t("another")}
        </Link>
      </p>
    </Section>
  );
}
