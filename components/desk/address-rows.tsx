"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import {
  addressKinds,
  addressStatuses,
  longestAddress,
  recipientLimits,
  understandAddress,
} from "@/lib/recipients/schema";
import { Select, TextArea } from "./fields";

type AddressRowsProps = { countries: { code: string; name: string }[] };

const rows = Array.from({ length: recipientLimits.rows }, (_, row) => row);

/**
 * The addresses of a recipient in the order in which they are tried. All rows are there without script; with it the empty
 * ones wait until they are asked for.
 */
export function AddressRows({ countries }: AddressRowsProps) {
  const t = useTranslations("desk.recipient");
  const { formState } = useFormContext<Record<string, string>>();
  const last = rows.findLastIndex((row) => formState.defaultValues?.[`address-${row}-value`]);
  const [shown, setShown] = useState(Math.max(last, 0) + 1);
  return (
    <fieldset className="space-y-4">
      <legend className="font-serif text-lg">{t("addresses")}</legend>
      <p className="max-w-[62ch] text-muted">{t("addressesHint")}</p>
      {rows.map((row) => (
        <AddressRow
          key={row}
          row={row}
          countries={countries}
          hidden={row >= shown}
          show={() => setShown((before) => Math.max(before, row + 1))}
        />
      ))}
      {shown < rows.length && (
        <Button type="button" onClick={() => setShown(shown + 1)} className="noscript:hidden">
          {t("anotherAddress")}
        </Button>
      )}
    </fieldset>
  );
}

/** Of the three fields of a row the labels and errors stand in one line, and the controls in the next. */
const level =
  "sm:[&>:nth-child(-n+3)]:row-span-2 sm:[&>:nth-child(-n+3)]:grid sm:[&>:nth-child(-n+3)]:grid-cols-[minmax(0,1fr)] sm:[&>:nth-child(-n+3)]:grid-rows-subgrid";

type AddressRowProps = AddressRowsProps & { row: number; hidden: boolean; show: () => void };

function AddressRow({ row, hidden, show, countries }: AddressRowProps) {
  const t = useTranslations("desk");
  const { formState } = useFormContext<Record<string, string>>();
  const field = (part: string) => `address-${row}-${part}`;
  const before = formState.defaultValues;
  const [typed, setTyped] = useState({
    channel: before?.[field("channel")] ?? "",
    value: before?.[field("value")] ?? "",
    country: before?.host || (before?.country ?? ""),
  });
  const follow = ({ currentTarget }: FormEvent<HTMLDivElement>) => {
    const form = currentTarget.closest("form");
    const now = form && new FormData(form);
    const read = (name: string) => {
      const value = now?.get(name);
      return typeof value === "string" ? value : "";
    };
    setTyped({
      channel: read(field("channel")),
      value: read(field("value")),
      country: read("host") || read("country"),
    });
    if (read(field("value"))) show();
  };
  return (
    <div
      role="group"
      aria-label={t("recipient.addressRow", { number: row + 1 })}
      onInput={follow}
      onFocus={follow}
      className={`grid gap-x-4 gap-y-3 border-s-2 border-line ps-4 sm:grid-cols-[9rem_1fr_9rem] sm:gap-y-0 ${level} ${hidden ? "hidden noscript:grid" : ""}`}
    >
      <Select name={field("channel")} label={t("recipient.channel")} aria-required={false}>
        <option value="">—</option>
        {addressKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`channels.${kind}`)}
          </option>
        ))}
      </Select>
      <TextArea
        name={field("value")}
        label={t("recipient.address")}
        aria-required={false}
        rows={1}
        maxLength={longestAddress}
        dir="auto"
        className="min-h-11!"
      />
      <Select name={field("status")} label={t("recipient.status")}>
        {addressStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`recipient.statusChoices.${status}`)}
          </option>
        ))}
      </Select>
      <Understood {...typed} countries={countries} />
      {row > 0 && (
        <button
          type="button"
          onClick={() => swap(row, row - 1)}
          className="min-h-9 cursor-pointer justify-self-start text-blue hover:underline sm:col-start-2 noscript:hidden"
        >
          {t("recipient.addressUp")}
          <span className="sr-only"> {t("recipient.addressRow", { number: row + 1 })}</span>
        </button>
      )}
    </div>
  );
}

/** Lets two addresses change places; the focus goes with the one that moved. */
function swap(row: number, other: number): void {
  for (const part of ["channel", "status", "value"]) {
    const [one, two] = [control(row, part), control(other, part)];
    if (!one || !two) return;
    [one.value, two.value] = [two.value, one.value];
    for (const changed of [one, two]) changed.dispatchEvent(new Event("input", { bubbles: true }));
    two.focus();
  }
}

function control(row: number, part: string): HTMLSelectElement | HTMLTextAreaElement | null {
  const element = document.getElementById(`address-${row}-${part}`);
  return element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? element : null;
}

type UnderstoodProps = AddressRowsProps & { channel: string; value: string; country: string };

function Understood({ channel, value, country, countries }: UnderstoodProps) {
  const t = useTranslations("desk.recipient");
  const understood = understandAddress(channel, value, country);
  const place = countries.find(({ code }) => code === understood?.country)?.name;
  return (
    <div role="status" className="text-xs leading-5 wrap-anywhere empty:hidden sm:col-span-2 sm:col-start-2 sm:mt-1">
      {understood && (
        <p className="text-muted">
          {place ? t("understoodIn", { text: understood.text, place }) : t("understood", { text: understood.text })}
        </p>
      )}
      {understood?.doubtful && <p className="text-amber">{t("doubtful")}</p>}
    </div>
  );
}
