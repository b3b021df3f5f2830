import { useTranslations } from "next-intl";
import { RecipientName } from "@/components/campaigns/recipient-name";
import { Button } from "@/components/ui/button";
import type { RecipientView } from "@/lib/campaigns/view";
import { formatMoment, languageName } from "@/lib/format";
import type { SendingView } from "@/lib/letters/sending-view";
import type { OwnLetter } from "@/lib/signatures/queries";
import { SendYourself } from "./send-yourself";

type OwnLetterItemProps = {
  page: string;
  /** Whether its appeal was stopped: then nobody is asked to send it. */
  stopped: boolean;
  /** Whether its deadline has passed: then one asks before sending it. */
  late: boolean;
  /** Whether its writer was asked about their words. */
  asked: boolean;
  own: OwnLetter;
  /** What its writer needs to send it; null where it is not theirs to send. */
  sending: SendingView | null;
  /** Whether it is in a language its writer does not read. */
  foreign: boolean;
  recipient: RecipientView;
  locale: string;
  dir: "ltr" | "rtl";
};

const dots: Partial<Record<OwnLetter["state"], string>> = {
  accepted: "bg-moss",
  self_reported: "bg-moss",
  failed: "bg-brick",
  bounced: "bg-brick",
  with_signer: "bg-blue",
};

// What a fax gateway says is not the recipient's word.
const faxStates = ["accepted", "bounced", "failed"] as const;

function isFaxState(state: OwnLetter["state"]): state is (typeof faxStates)[number] {
  return faxStates.some((one) => one === state);
}

function toldAs(channel: OwnLetter["channel"]): string {
  if (channel === "fax") return "faxed";
  return channel === "post" ? "posted" : "sentIt";
}

/** One of the signer's letters: how far it got, its text, and what is left to do. */
export function OwnLetterItem({
  page,
  stopped,
  late,
  asked,
  own,
  sending,
  foreign,
  recipient,
  locale,
  dir,
}: OwnLetterItemProps) {
  const t = useTranslations("site.mine");
  const reading = useTranslations("reading");
  const { id, state, toRead, unwanted, notToSend, channel, stateAt, doubledAt, letter, language } = own;
  const isTheirs = state === "with_signer";
  const isStopped = isTheirs && (stopped || unwanted || notToSend !== null);
  const refusals = useTranslations("site.refusals");
  const withYou = useTranslations("channels.withYou");
  const asksFirst = isTheirs && late && !isStopped;
  const word = asksFirst
    ? t("askFirst")
    : isTheirs && (channel === "web_form" || channel === "own_client")
      ? withYou(channel)
      : channel === "fax" && isFaxState(state)
        ? t(`faxStates.${state}`)
        : t(`states.${state}`);
  const place = { href: `${page}/letter/${id}`, id, language, dir };
  return (
    <li className="space-y-3 py-5">
      <div>
        <h2>
          <RecipientName {...recipient} />
        </h2>
        <p className="flex items-baseline gap-2">
          <span
            className={`size-2 shrink-0 rounded-full ${(!isStopped && !asksFirst && dots[state]) || "bg-amber"}`}
            aria-hidden="true"
          />
          <span>{toRead ? t(asked ? "waitsForYou" : "toRead") : isStopped ? t("notToSend") : word}</span>
        </p>
        <p className="text-sm text-muted tabular-nums">{t("on", formatMoment(stateAt, locale, "UTC"))}</p>
        {doubledAt && <p className="text-sm text-amber">{t(state === "held" ? "doubtful" : "doubled")}</p>}
      </div>
      {isTheirs && unwanted && !stopped && (
        <p className="border-s-4 border-brick bg-sheet px-4 py-3 font-semibold">{t("unwanted")}</p>
      )}
      {isTheirs && notToSend && !unwanted && !stopped && (
        <p className="border-s-4 border-brick bg-sheet px-4 py-3 font-semibold">{refusals(`${notToSend}.text`)}</p>
      )}
      <details>
        <summary className="link min-h-11 cursor-pointer py-2">{t("read")}</summary>
        {foreign && (
          <p className="mt-2 text-sm text-muted">{reading("leavesIn", { language: languageName(language, locale) })}</p>
        )}
        <div lang={language} dir={dir} className="sheet mt-3 space-y-[1lh] whitespace-pre-line break-words">
          <p className="font-semibold">{letter.subject}</p>
          <p>{letter.opening}</p>
          <p dir="auto">{letter.body}</p>
          {letter.ownWords && (
            <p dir="auto" lang={locale}>
              {letter.ownWords}
            </p>
          )}
          <p>{letter.closing}</p>
        </div>
      </details>
      {sending && !isStopped && <SendYourself sending={sending} place={place} />}
      {(isTheirs || state === "self_reported") && (
        <form method="post" action={page} className="flex flex-wrap gap-3">
          <input type="hidden" name="letter" value={id} />
          {isTheirs && (
            <Button name="act" value="sent">
              {t(toldAs(channel))}
            </Button>
          )}
          {state === "self_reported" && (
            <Button name="act" value="not-sent">
              {t("undo")}
            </Button>
          )}
        </form>
      )}
    </li>
  );
}
