import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AppealLinks } from "@/components/campaigns/appeal-links";
import { Plain } from "@/components/site/plain";
import { listOpenLinks } from "@/lib/campaigns/appeal-links";
import { isReason, isStatusCode, type Reason, type StatusCode } from "@/lib/door/status";

type Props = {
  params: Promise<{ locale: string; code: string }>;
  searchParams: Promise<{ because?: string | string[] }>;
};

export async function generateMetadata(props: Props) {
  return { title: (await wordsOf(props)).title, robots: { index: false } };
}

/** What the front door sends in place of every answer of 400 or more. */
export default async function StatusPage(props: Props) {
  const { locale, code } = await props.params;
  setRequestLocale(locale);
  const t = await getTranslations("status");
  const { title, text } = await wordsOf(props);
  return (
    <Plain title={title}>
      <p className="text-lg">{text}</p>
      {code === "404" && <OpenAppeals locale={locale} />}
      <p>
        <a href={`/${locale}`} className="link-line">
          {t("home")}
        </a>
      </p>
    </Plain>
  );
}

/** Who looked for an appeal and did not find it may find another. */
async function OpenAppeals({ locale }: { locale: string }) {
  const t = await getTranslations("sharing.missing");
  const appeals = await listOpenLinks(locale, { most: 3 });
  if (appeals.length === 0) return null;
  return (
    <section aria-label={t("open")}>
      <p>{t("open")}</p>
      <AppealLinks appeals={appeals} />
    </section>
  );
}

async function wordsOf({ params, searchParams }: Props): Promise<{ title: string; text: string }> {
  const { locale, code } = await params;
  const { because } = await searchParams;
  const t = await getTranslations({ locale });
  if (typeof because === "string" && isReason(because)) return refusalWords(t, because);
  const status = Number(code);
  if (!isStatusCode(status)) notFound();
  return statusWords(t, status);
}

type Translate = Awaited<ReturnType<typeof getTranslations<never>>>;

function refusalWords(t: Translate, reason: Reason) {
  return { title: t(`site.refusals.${reason}.title`), text: t(`site.refusals.${reason}.text`) };
}

function statusWords(t: Translate, code: StatusCode) {
  return { title: t(`status.codes.${code}.title`), text: t(`status.codes.${code}.text`) };
}
