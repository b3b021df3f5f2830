import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Plain } from "@/components/site/plain";
import { ButtonLink } from "@/components/ui/button";
import { findAppeal } from "@/lib/campaigns/queries";
import { readInstance } from "@/lib/sharing/instance";
import { mastodonLink } from "@/lib/sharing/links";
import { sharingOffer } from "@/lib/sharing/offer";

type Params = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ server?: unknown; via?: unknown }>;
};

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "sharing.mastodon" });
  return { title: t("title"), robots: { index: false } };
}

/** Leads to the form of somebody's own server. It is a page and no redirect, so that nobody can be sent anywhere in our name. */
export default async function MastodonPage({ params, searchParams }: Params) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { server, via } = await searchParams;
  const appeal = await findAppeal(slug);
  const partner = typeof via === "string" && /^[a-z0-9][a-z0-9-]{0,39}$/.test(via) ? via : "";
  const offer = appeal && sharingOffer(appeal, locale, partner);
  if (!offer) notFound();
  const t = await getTranslations("sharing.mastodon");
  const host = typeof server === "string" ? readInstance(server) : null;
  return (
    <Plain title={t("title")}>
      {host === null ? (
        <p className="text-lg">{t("wrong")}</p>
      ) : (
        <>
          <p className="text-lg">{t("text")}</p>
          <p className="border-s-4 border-line ps-4" lang={offer.language} dir={offer.dir}>
            {offer.request}
            <br />
            <bdi dir="ltr">{offer.address}</bdi>
          </p>
          <p>
            <ButtonLink look="main" href={mastodonLink(host, offer)} rel="noreferrer noopener">
              {t("open", { host })}
            </ButtonLink>
          </p>
        </>
      )}
      <p>
        <a href={offer.path} className="link-line">
          {t("back")}
        </a>
      </p>
    </Plain>
  );
}
