"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { Select } from "@/components/desk/fields";
import { Notice } from "@/components/ui/notice";
import { newCase } from "@/lib/campaigns/schema";
import type { Earlier } from "@/lib/received/earlier";
import { useRead } from "./piece";

type EarlierFieldsProps = { earlier: Earlier[]; cases: { id: string; title: string }[] };

/** Which campaign an appeal goes on from, if any; else the case it is about. */
export function EarlierFields({ earlier, cases }: EarlierFieldsProps) {
  const t = useTranslations("desk.importing");
  const { fields } = useRead();
  const [kind = fields.kind, follows = fields.follows] = useWatch<Record<string, string>>({
    name: ["kind", "follows"],
  });
  return (
    <>
      {kind === "stop" && <StopNotice earlier={earlier} />}
      {earlier.length > 0 && (
        <Select name="follows" label={t("labels.follows")} hint={t("hints.follows")}>
          <option value="">{t("followsNone")}</option>
          {earlier.map(({ id, title, why, reference }) => (
            <option key={id} value={id}>
              {title} ({t(`why.${why}`, { reference: reference ?? "" })})
            </option>
          ))}
        </Select>
      )}
      {earlier.length > 0 && !follows && (
        <p role="status" className="border-s-4 border-blue bg-sheet px-4 py-2">
          {t("earlierFound", { count: earlier.length })}
        </p>
      )}
      {!follows && (
        <Select name="case" label={t("labels.case")}>
          <option value={newCase}>{t("newCase")}</option>
          {cases.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}

/** An appeal that asks people to stop is of use only once the older one is stopped: the way there. */
function StopNotice({ earlier }: { earlier: Earlier[] }) {
  const t = useTranslations("desk.importing");
  return (
    <Notice kind="stopped" title={t("stopFound")}>
      <p>{t(earlier.length > 0 ? "stopText" : "stopNone")}</p>
      <ul className="mt-1">
        {earlier.map(({ id, title, stopped }) => (
          <li key={id}>
            {stopped ? (
              t("alreadyStopped", { title })
            ) : (
              <Link href={`/desk/campaigns/${id}/stop`} prefetch={false} className="link font-semibold">
                {t("stopIt", { title })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
