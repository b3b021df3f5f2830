import { useTranslations } from "next-intl";
import { countryName } from "@/lib/format";
import type { ListedSignature } from "@/lib/signatures/desk-queries";
import { languageName } from "./language-name";
import { Moment } from "./moment";
import { ShortId } from "./short-id";
import { State } from "./state";
import { Cell, FoldedRow, Head, Table } from "./table";

const columns = ["signature", "state", "since", "country", "language", "partner", "disclosure", "consents"] as const;

/** Signatures, one a line, without anybody's name: where each stands and where it came from. */
export function SignatureTable({ signatures, href }: { signatures: ListedSignature[]; href?: string }) {
  const t = useTranslations("desk.signatures");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          {columns.map((column) => (
            <Head key={column}>{t(column)}</Head>
          ))}
          <Head number>{t("signed")}</Head>
        </>
      }
    >
      {signatures.map((signature) => (
        <SignatureRow key={signature.id} signature={signature} href={href && `${href}/${signature.id}`} />
      ))}
    </Table>
  );
}

function SignatureRow({ signature, href }: { signature: ListedSignature; href?: string }) {
  const t = useTranslations("desk");
  const { id, state, stateAt, country, language, partner, disclosure, createdAt } = signature;
  const consents = [
    signature.newsConsentAt && t("signatures.news"),
    signature.publicNameConsentAt && t("signatures.publicName"),
  ].filter(Boolean);
  return (
    <FoldedRow className="max-xl:flex max-xl:flex-wrap max-xl:gap-x-3">
      <Cell className="font-mono text-xs text-muted max-xl:order-last max-xl:leading-6">
        <ShortId id={id} href={href} />
      </Cell>
      <Cell>
        <State of={state}>{t(`signatureStates.${state}`)}</State>
      </Cell>
      <Cell className="whitespace-nowrap max-xl:ms-auto">
        <Moment at={stateAt} />
      </Cell>
      <Cell className="max-xl:basis-full">{countryName(country, "en")}</Cell>
      <Cell className="max-xl:text-muted">{languageName(language)}</Cell>
      <Cell className={`wrap-anywhere ${partner ? "max-xl:text-muted" : "max-xl:hidden"}`}>{partner || "—"}</Cell>
      <Cell className="max-xl:text-muted">{t(`disclosures.${disclosure}`)}</Cell>
      <Cell className={consents.length > 0 ? "max-xl:text-muted" : "max-xl:hidden"}>{consents.join(", ") || "—"}</Cell>
      <Cell number className="whitespace-nowrap max-xl:hidden">
        <Moment at={createdAt} />
      </Cell>
    </FoldedRow>
  );
}
