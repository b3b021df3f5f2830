import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Finding } from "@/lib/campaigns/blockers";
import { languageName } from "./language-name";

type FindingsProps = {
  findings: Finding[];
  campaignId: string;
  caseId: string;
  /** What cannot be done while anything is missing. */
  before?: "publish" | "submit" | "resume" | "reopen" | "stay";
  /** What is said when nothing is missing. */
  done?: string;
  children?: ReactNode;
};

/** What keeps a campaign from being published or from going on, and what is worth a look; each line leads to where it is mended. */
export function Findings({ findings, campaignId, caseId, before = "publish", done, children }: FindingsProps) {
  const t = useTranslations("desk.findings");
  const blocking = findings.filter(({ weight }) => weight === "blocks");
  const advice = findings.filter(({ weight }) => weight === "advice");
  const href = hrefOf(campaignId, caseId);
  return (
    <section aria-labelledby="findings" className="border-s-4 border-edge bg-sheet px-5 py-4">
      <h2 id="findings" className="scroll-mt-4 font-serif text-lg">
        {blocking.length > 0 ? t(`titleBlocks.${before}`, { count: blocking.length }) : (done ?? t("titleReady"))}
      </h2>
      <Lines findings={blocking} href={href} />
      {advice.length > 0 && <h3 className="mt-3 text-xs text-muted">{t("titleAdvice")}</h3>}
      <Lines findings={advice} href={href} />
      {children && <div className="mt-4">{children}</div>}
    </section>
  );
}

function Lines({ findings, href }: { findings: Finding[]; href: (finding: Finding) => string }) {
  const t = useTranslations("desk.findings");
  if (findings.length === 0) return null;
  return (
    <ul className="mt-1">
      {findings.map((finding) => {
        const { code, weight, room, language = "", about, lacks = [] } = finding;
        const parts = lacks.map((part) => t(`parts.${part === "body" && room === "page" ? "case" : part}`));
        const words = {
          language: language && languageName(language),
          about: about ?? t("someone"),
          parts: new Intl.ListFormat("en-GB").format(parts),
        };
        return (
          <li key={`${code} ${language} ${about}`} className="flex items-baseline gap-2.5">
            <span
              aria-hidden="true"
              className={
                weight === "blocks" ? "size-2 shrink-0 rotate-45 bg-brick" : "size-2 shrink-0 rounded-full bg-edge"
              }
            />
            <Link href={href(finding)} className="py-1 text-blue hover:underline">
              {t(`codes.${code}`, words)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Where what is missing is one field, its name there. */
const fields: Partial<Record<Finding["code"], string>> = {
  "text-language-missing": "language",
  "distribution-missing": "distribution",
  "permission-missing": "permittedBy",
  "deadline-past": "deadlineDate",
  "slug-consent-missing": "slug",
};

function hrefOf(campaignId: string, caseId: string) {
  return ({ code, room, language, lacks }: Finding) => {
    if (room === "case") return `/desk/cases/${caseId}`;
    const field = fields[code] ?? lacks?.[0];
    const query = language && (room === "page" || room === "letter") ? `?language=${language}` : "";
    return `/desk/campaigns/${campaignId}/${room}${query}${field ? `#${field}` : ""}`;
  };
}
