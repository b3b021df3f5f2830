import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { OutboxMessage } from "@/lib/delivery/outbox";
import { formatMoment } from "./formats";
import { Mailbox } from "./mailbox";

/** @param ownAddress of this site: only links to it can be followed from a message */
type CapturedMessageProps = { message: OutboxMessage; ownAddress: string };

/** A message as its receiver would have read it, on paper. */
export function CapturedMessage({ message, ownAddress }: CapturedMessageProps) {
  const t = useTranslations("desk.outbox");
  const { from, to, replyTo, date, messageId, text } = message;
  return (
    <article className="sheet max-w-[41rem]">
      <dl className="mb-6 grid gap-x-5 gap-y-0.5 sm:grid-cols-[auto_1fr] border-b border-line pb-5 font-sans text-sm leading-6">
        <Line name={t("from")}>{from ? <Mailbox of={from} /> : "—"}</Line>
        <Line name={t("to")}>{to ? <Mailbox of={to} /> : "—"}</Line>
        <Line name={t("replyTo")}>
          {replyTo ? <Mailbox of={replyTo} /> : <span className="text-muted">{t("noReplyTo")}</span>}
        </Line>
        <Line name={t("date")}>{date ? formatMoment(date) : "—"}</Line>
        <Line name={t("messageId")}>
          <span className="text-xs wrap-anywhere text-muted">{messageId}</span>
        </Line>
      </dl>
      <div className="max-w-[62ch] break-words whitespace-pre-wrap [unicode-bidi:plaintext]">
        {withLinks(text.trimEnd(), ownAddress)}
      </div>
    </article>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted max-sm:text-xs">{name}</dt>
      <dd className="min-w-0 break-words max-sm:mb-1.5">{children}</dd>
    </>
  );
}

function withLinks(text: string, ownAddress: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>]+)/).map((part, at) =>
    part.startsWith(`${ownAddress}/`) ? (
      <a key={at} href={part} className="link">
        {part}
      </a>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
