import type { Appeal } from "@/lib/campaigns/queries";
import type { Signer } from "@/lib/signatures/schema";
import { formatFax } from "@/lib/recipients/address";
import type { OwnLetter } from "@/lib/signatures/queries";
import { disclosedName } from "./signed-name";
import { countCharacters } from "./length";
import { mailLinks, type MailLinks } from "./mail-links";
import { paperSize, type PaperSize, paperSizes } from "./paper-size";
import { countryOf } from "./postal-address";
import { postTime, type PostTime } from "./post-time";

/** The pieces of a letter that its writer copies. */
export type Pieces = { subject: string; text: string; name: string; characters: number };

/** What a writer needs to send one of their letters themselves, by how it travels. */
export type SendingView =
  | {
      channel: "post";
      address: string;
      paper: PaperSize;
      other: PaperSize;
      inland: boolean;
      ounces: boolean;
      time: PostTime;
    }
  | { channel: "fax"; paper: PaperSize; number: string }
  | { channel: "web_form"; href: string; limit: number | null; pieces: Pieces }
  | { channel: "own_client"; address: string; links: MailLinks; pieces: Pieces };

type Own = { appeal: Pick<Appeal, "deadlineAt">; signer: Signer };

/** Null for a letter that is not, or no longer, its writer's to send. @param host of its recipient, if it is an embassy */
export function sendingView(
  { appeal, signer }: Own,
  own: OwnLetter,
  { now, host }: { now: Date; host: string | null },
): SendingView | null {
  const { channel, address, letter, recipient } = own;
  if (own.state !== "with_signer" || address === null || own.unwanted || own.notToSend) return null;
  const { subject, text } = letter;
  const pieces: Pieces = {
    subject,
    text,
    name: disclosedName(signer.name, signer.disclosure),
    characters: countCharacters(text),
  };
  const paper = paperSize(signer.country);
  if (channel === "web_form") return { channel, href: address, limit: recipient.letterLimit, pieces };
  if (channel === "own_client") {
    return { channel, address, links: mailLinks({ address, subject, text }), pieces };
  }
  if (channel === "fax") return { channel, paper, number: formatFax(address) };
  const to = countryOf(address, host ?? recipient.country);
  return {
    channel: "post",
    address,
    paper,
    other: paperSizes.find((size) => size !== paper) ?? paper,
    inland: to === signer.country,
    ounces: signer.country === "US",
    time: postTime(signer.country, to, { now, deadline: appeal.deadlineAt }),
  };
}
