import { inLanguage } from "@/lib/campaigns/queries";
import { findHost } from "@/lib/embassies/find-host";
import { Refusal } from "@/lib/errors";
import { countryName } from "@/lib/format";
import { disclosedName } from "@/lib/letters/signed-name";
import type { PaperSize } from "@/lib/letters/paper-size";
import type { PostSheet } from "@/lib/letters/pdf-page";
import { makePdf } from "@/lib/letters/pdf";
import { postalAddress } from "@/lib/letters/postal-address";
import { getOwnSignature, type OwnLetter, type OwnSignature } from "./queries";

/**
 * A letter its writer sends on paper, as a PDF: for an envelope with a window, or to fax.
 * @throws Refusal link-unknown; not-found where it is not one of theirs to print; campaign-stopped, do-not-contact,
 *   letter-withheld, letter-superseded; UndrawableLetter
 */
export async function printOwnLetter(token: string, letterId: string, paper: PaperSize): Promise<Buffer> {
  const own = await getOwnSignature(token);
  const found = own.letters.find(({ id }) => id === letterId);
  if (!found?.theirs || (found.channel !== "post" && found.channel !== "fax")) throw new Refusal("not-found");
  if (own.appeal.stoppedAt) throw new Refusal("campaign-stopped");
  if (found.unwanted) throw new Refusal("do-not-contact");
  if (found.notToSend) throw new Refusal(found.notToSend);
  const { appeal, signer } = own;
  const { defaultLanguage } = appeal;
  const { language, letter, recipient, channel, address } = found;
  return makePdf({
    language,
    office: inLanguage(recipient.texts, language, defaultLanguage).office,
    holder: recipient.holders[0]?.name ?? "",
    number: channel === "fax" ? (address ?? "") : "",
    ...(channel === "post" && { post: await postSheet(own, found, paper) }),
    from: disclosedName(signer.name, signer.disclosure),
    organisation: null,
    date: own.confirmedAt ?? found.stateAt,
    subject: letter.subject,
    text: letter.text,
    ownWords: letter.ownWords,
  });
}

async function postSheet({ appeal, signer }: OwnSignature, found: OwnLetter, paper: PaperSize): Promise<PostSheet> {
  const { recipient, language } = found;
  const { office } = inLanguage(recipient.texts, language, appeal.defaultLanguage);
  const country = (await findHost(recipient.id)) ?? recipient.country;
  const above = [recipient.holders[0]?.name ?? "", office];
  const { lines } = postalAddress({ value: found.address ?? "", country, above }, signer.country);
  return { paper, address: lines, place: countryName(signer.country, language) };
}
