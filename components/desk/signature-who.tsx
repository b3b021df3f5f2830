import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { countryName } from "@/lib/format";
import type { OpenedSignature } from "@/lib/signatures/open-signature";
import { formatDay, formatMoment } from "./formats";
import { languageName } from "./language-name";
import { State } from "./state";

/** Who signed, what they chose, and what they wrote. */
export function SignatureWho({ signature }: { signature: OpenedSignature }) {
  const t = useTranslations("desk");
  const { signer, state, stateAt, createdAt, confirmedAt, country, language, partner, disclosure } = signature;
  return (
    <section aria-labelledby="who">
      <h3 id="who" className="mb-3 font-serif text-lg">
        {t("signature.who")}
      </h3>
      {state === "pending" && <p className="mb-3 max-w-[62ch] text-amber">{t("signature.pending")}</p>}
      {!signer && <p className="mb-3 max-w-[62ch] text-muted">{t("signature.erased")}</p>}
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-8 gap-y-4 border-y border-line py-4">
        {signer && <Fact name={t("signature.name")}>{signer.name}</Fact>}
        {signer?.originalName && <Fact name={t("signature.originalName")}>{signer.originalName}</Fact>}
        {signer?.profession && <Fact name={t("signature.profession")}>{signer.profession}</Fact>}
        {signer && <Fact name={t("signature.email")}>{signer.email}</Fact>}
        <Fact name={t("signature.state")}>
          <State of={state}>{t(`signatureStates.${state}`)}</State>
          <span className="block text-xs text-muted">{formatMoment(stateAt)}</span>
        </Fact>
        <Fact name={t("signature.signed")}>{formatMoment(createdAt)}</Fact>
        <Fact name={t("signature.confirmed")}>
          {confirmedAt ? formatMoment(confirmedAt) : t("signature.notConfirmed")}
        </Fact>
        <Fact name={t("signature.country")}>{countryName(country, "en")}</Fact>
        <Fact name={t("signature.language")}>{languageName(language)}</Fact>
        {partner && <Fact name={t("signature.partner")}>{partner}</Fact>}
        <Fact name={t("signature.disclosure")}>{t(`disclosures.${disclosure}`)}</Fact>
        <Fact name={t("signature.consents")}>
          <Consents signature={signature} />
        </Fact>
      </dl>
      {signer && (
        <div className="mt-5 grid gap-x-10 gap-y-5 lg:grid-cols-2">
          <Words title={t("signature.ownWords")}>{signer.ownWords || t("signature.noOwnWords")}</Words>
          {disclosure !== "counted" && <Words title={t("signature.body")}>{signer.body ?? ""}</Words>}
        </div>
      )}
    </section>
  );
}

function Consents({ signature: { signer, newsConsentAt, publicNameConsentAt } }: { signature: OpenedSignature }) {
  const t = useTranslations("desk.signature");
  const given = [
    signer?.replyConsent === "yes" && t("reply"),
    newsConsentAt && t("news", { day: formatDay(newsConsentAt) }),
    publicNameConsentAt && t("publicName", { day: formatDay(publicNameConsentAt) }),
  ].filter(Boolean);
  if (given.length === 0) return t("none");
  return given.map((one) => (
    <span key={String(one)} className="block">
      {one}
    </span>
  ));
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd dir="auto" className="wrap-anywhere">
        {children}
      </dd>
    </div>
  );
}

function Words({ title, children }: { title: string; children: string }) {
  return (
    <div className="min-w-0">
      <h4 className="text-xs text-muted">{title}</h4>
      <p dir="auto" className="max-w-[62ch] font-serif whitespace-pre-line wrap-anywhere">
        {children}
      </p>
    </div>
  );
}
