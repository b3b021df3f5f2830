import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Overview } from "@/lib/overview/get-overview";

type FirstStepsProps = {
  begun: NonNullable<Overview["begun"]>;
  /** Whether the reader's role may begin a campaign, and invite members. */
  may: { begin: boolean; invite: boolean };
};

function pasteLink(words: ReactNode): ReactNode {
  return (
    <Link href="/desk/campaigns/paste" className="link">
      {words}
    </Link>
  );
}

/** What a new organisation does first: three steps, each with the way to it. */
export function FirstSteps({ begun: { cases, campaignId }, may }: FirstStepsProps) {
  const t = useTranslations("desk.overview.first");
  if (!may.begin) return <p className="max-w-[62ch] border-y border-line py-8 text-muted">{t("others")}</p>;
  const steps = [
    { step: "case", done: cases > 0, href: "/desk/cases/new" },
    { step: "campaign", done: campaignId !== null, href: "/desk/campaigns/new" },
    { step: "publish", done: false, href: campaignId && `/desk/campaigns/${campaignId}/letter` },
  ] as const;
  const next = steps.find(({ done }) => !done);
  return (
    <section aria-labelledby="first">
      <h2 id="first" className="mb-2 font-serif text-lg">
        {t("title")}
      </h2>
      <ol className="border-t border-line">
        {steps.map(({ step, done, href }, at) => (
          <li key={step} className="grid grid-cols-[2.5rem_1fr] gap-x-3 border-b border-line py-5">
            <span aria-hidden="true" className={`font-serif text-2xl leading-8 ${done ? "text-moss" : "text-muted"}`}>
              {done ? "✓" : at + 1}
            </span>
            <div>
              <h3 className="font-serif text-lg leading-8">
                {href && !done ? (
                  <Link href={href} className={step === next?.step ? "link" : "hover:text-blue hover:underline"}>
                    {t(step)}
                  </Link>
                ) : (
                  t(step)
                )}
                {done && <span className="ms-3 font-sans text-sm text-moss">{t("done")}</span>}
              </h3>
              <p className="max-w-[62ch] text-muted">{t(`${step}Text`)}</p>
              {step === "case" && !done && (
                <p className="mt-1 max-w-[62ch] text-muted">{t.rich("paste", { way: pasteLink })}</p>
              )}
            </div>
          </li>
        ))}
      </ol>
      {may.invite && (
        <p className="mt-4">
          <Link href="/desk/members/invite" className="link">
            {t("invite")}
          </Link>
        </p>
      )}
    </section>
  );
}
