import type { SendingView } from "@/lib/letters/sending-view";
import { SendByForm } from "./send-by-form";
import { SendByMail } from "./send-by-mail";
import { SendOnPaper } from "./send-on-paper";

export type LetterPlace = {
  /** The address of the letter's own page. */
  href: string;
  id: string;
  language: string;
  dir: "ltr" | "rtl";
  /** Whether this is what the page is about: then its first step is the page's main action. */
  main?: boolean;
};

/** Everything a writer needs to send one of their letters themselves, by whatever channel it goes. */
export function SendYourself({ sending, place }: { sending: SendingView; place: LetterPlace }) {
  if (sending.channel === "web_form") return <SendByForm sending={sending} place={place} />;
  if (sending.channel === "own_client") return <SendByMail sending={sending} place={place} />;
  return <SendOnPaper sending={sending} place={place} />;
}
