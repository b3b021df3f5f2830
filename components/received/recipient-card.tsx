"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useWatch } from "react-hook-form";
import { CountryOptions } from "@/components/desk/country-options";
import { Select, TextArea, Tick } from "@/components/desk/fields";
import { TextField } from "@/components/desk/text-field";
import { addressKinds } from "@/lib/recipients/schema";
import { becomesNew, becomesNothing, lengthOf, rowsOf } from "@/lib/received/schema";
import type { Twin } from "@/lib/received/twins";
import type { DraftChoices } from "./draft-choices";
import { useLinks } from "./links";
import { Piece, useRead } from "./piece";
import { useFoldWhereNarrow } from "./use-fold";

type RecipientCardProps = { row: string; choices: DraftChoices };

/** Somebody an appeal asks to write to: what becomes of them, and what it says. */
export function RecipientCard({ row, choices }: RecipientCardProps) {
  const t = useTranslations("desk.importing.recipient");
  const name = `recipient-${row}`;
  const { fields, traces } = useRead();
  const { mark } = useLinks();
  const [becomes = fields[`${name}-becomes`] ?? "", office = fields[`${name}-office`] ?? ""] = useWatch<
    Record<string, string>
  >({ name: [`${name}-becomes`, `${name}-office`] });
  const twins = choices.matches.recipients[row] ?? [];
  const twin = twins.find(({ id }) => id === becomes);
  const number = t("number", { n: row.slice(1) });
  return (
    <fieldset
      onFocus={() => mark(traces[name]?.lines ?? [])}
      className="space-y-5 border border-line bg-sheet p-4 pt-3"
    >
      <legend className="float-start mb-3 w-full leading-6 font-semibold">
        {number} {office && <bdi className="font-normal text-muted">{office}</bdi>}
      </legend>
      <div className="clear-both" />
      <Piece name={`${name}-becomes`} label={number} trace={name}>
        <Select name={`${name}-becomes`} label={t("becomes")} hint={t("becomesHint")}>
          <option value="">{t("decide")}</option>
          {twins.map(({ id, short, why, doNotContact }) => (
            <option key={id} value={id} disabled={doNotContact}>
              {t("known", { short, why: t(`why.${why}`) })}
            </option>
          ))}
          <option value={becomesNew}>{t("new")}</option>
          <option value={becomesNothing}>{t("leave")}</option>
        </Select>
      </Piece>
      {twins.map(({ id, short, doNotContact }) =>
        doNotContact ? (
          <p key={id} className="text-amber">
            {t("doNotContact", { short })}
          </p>
        ) : null,
      )}
      {/* What is not asked for now is kept all the same: another choice brings it back. */}
      <div hidden={becomes === becomesNothing} className="space-y-5">
        <Select name={`${name}-role`} label={t("role")}>
          <option value="to">{t("to")}</option>
          <option value="copy">{t("copy")}</option>
        </Select>
        <Additions name={name} twin={twin} />
        {twin ? (
          <details>
            <summary className="link flex min-h-11 cursor-pointer items-center">{t("details")}</summary>
            <div className="mt-3 space-y-5">
              <Addresses name={name} />
              <OfficeFields name={name} choices={choices} />
            </div>
          </details>
        ) : (
          <>
            <Addresses name={name} />
            <OfficeFold name={name} choices={choices} />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** What the library would learn from the appeal. */
function Additions({ name, twin }: { name: string; twin: Twin | undefined }) {
  const t = useTranslations("desk.importing.recipient");
  const { fields } = useRead();
  const { newAddresses = [], givenUp = [], takesOver = null, holder = null } = twin ?? {};
  const cautions = [
    ...(givenUp.length > 0 ? [t("addGivenUp", { addresses: givenUp.join("; ") })] : []),
    ...(takesOver ? [t("addTakesOver", { address: takesOver })] : []),
  ];
  return (
    <>
      {newAddresses.length === 0 ? (
        // Kept for another choice, which may ask for it.
        <input type="hidden" name={`${name}-addAddresses`} value={fields[`${name}-addAddresses`] ?? ""} />
      ) : (
        <Tick
          name={`${name}-addAddresses`}
          label={<span className="wrap-anywhere">{t("addAddresses", { addresses: newAddresses.join("; ") })}</span>}
          hint={cautions.length > 0 ? [...cautions, t("addCheckFirst")].join(" ") : t("addAddressesHint")}
        />
      )}
      {holder && (
        <Tick
          name={`${name}-newHolder`}
          label={t("newHolder", { read: holder.read })}
          hint={holder.now ? t("newHolderHint", { now: holder.now }) : t("newHolderUnknown")}
        />
      )}
    </>
  );
}

/** A new office: what is said of it besides its addresses. */
function OfficeFold(props: { name: string; choices: DraftChoices }) {
  const t = useTranslations("desk.importing.recipient");
  const fold = useRef<HTMLDetailsElement>(null);
  useFoldWhereNarrow(fold);
  return (
    <details ref={fold} open>
      <summary className="link flex min-h-11 w-fit cursor-pointer items-center xl:hidden">{t("aboutOffice")}</summary>
      <div className="space-y-5 max-xl:mt-3">
        <OfficeFields {...props} />
      </div>
    </details>
  );
}

function OfficeFields({ name, choices }: { name: string; choices: DraftChoices }) {
  const t = useTranslations("desk.importing.recipient");
  const field = (part: "office" | "short" | "organisation" | "holder" | "salutation") => ({
    name: `${name}-${part}`,
    label: t(part),
    optional: part === "organisation" || part === "holder",
    maxLength: lengthOf(part),
    dir: "auto",
  });
  return (
    <>
      <TextField {...field("holder")} />
      <TextField {...field("office")} />
      <TextField {...field("short")} />
      <TextField {...field("organisation")} />
      <TextField {...field("salutation")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select name={`${name}-country`} label={t("country")}>
          <option value="" />
          <CountryOptions countries={choices.countries} />
        </Select>
        <Select name={`${name}-language`} label={t("language")} hint={t("languageHint")}>
          <CountryOptions countries={choices.letterLanguages} />
        </Select>
      </div>
    </>
  );
}

function Addresses({ name }: { name: string }) {
  const t = useTranslations("desk.importing.recipient");
  const { fields } = useRead();
  const rows = rowsOf(fields, name);
  if (rows.length === 0) return <p className="text-muted">{t("noAddress")}</p>;
  return (
    <fieldset>
      <legend className="sr-only">{t("addresses")}</legend>
      <div className="space-y-4">
        {rows.map((row) => (
          <AddressFields key={row} name={`${name}-${row}`} n={row.slice(1)} />
        ))}
      </div>
    </fieldset>
  );
}

function AddressFields({ name, n }: { name: string; n: string }) {
  const t = useTranslations("desk.importing.recipient");
  const { fields } = useRead();
  const channel = useWatch<Record<string, string>>({ name: `${name}-channel` }) ?? fields[`${name}-channel`];
  const lines = (fields[`${name}-value`] ?? "").split("\n").length;
  return (
    <Piece name={`${name}-value`} label={t("value", { n })}>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <Select name={`${name}-channel`} label={t("channel", { n })}>
          {[...addressKinds, "telephone" as const].map((one) => (
            <option key={one} value={one}>
              {t(`channels.${one}`)}
            </option>
          ))}
        </Select>
        {channel === "post" || lines > 1 ? (
          <TextArea name={`${name}-value`} label={t("value", { n })} rows={lines} dir="auto" />
        ) : (
          <TextField name={`${name}-value`} label={t("value", { n })} dir="ltr" spellCheck={false} />
        )}
      </div>
      {channel === "telephone" && <p className="mt-1 text-xs leading-5 text-muted">{t("telephoneHint")}</p>}
    </Piece>
  );
}
