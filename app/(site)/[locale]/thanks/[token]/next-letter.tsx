import { getTranslations } from "next-intl/server";
import { SendYourself } from "@/components/letters/send-yourself";
import { Button } from "@/components/ui/button";
import { recipientView } from "@/lib/campaigns/view";
import type { SendingView } from "@/lib/letters/sending-view";
import { direction } from "@/lib/locales";
import type { OwnLetter } from "@/lib/signatures/queries";

type NextLetterProps = { letter: OwnLetter; sending: SendingView; mine: string; locale: string; fallback: string };

/** The first letter that is its writer's to send: the one thing that is left to do. */
export async function NextLetter({ letter, sending, mine, locale, fallback }: NextLetterProps) {
  const fax = await getTranslations("site.thanks");
  const next = await getTranslations("channels.next");
  const told = await getTranslations("site.mine");
  const { id, language } = letter;
  const { channel } = sending;
  const recipient = recipientView(letter.recipient, locale, fallback).short;
  const place = { href: `${mine}/letter/${id}`, id, language, dir: direction(language), main: true };
  return (
    <section className="space-y-3 border-t border-line pt-5">
      <h2 className="font-serif text-xl font-semibold">
        {channel === "fax" ? fax("faxTitle") : next(`${channel}.title`)}
      </h2>
      <p>{channel === "fax" ? fax("faxText", { recipient }) : next(`${channel}.text`, { recipient })}</p>
      <SendYourself sending={sending} place={place} />
      <form method="post" action={mine}>
        <input type="hidden" name="letter" value={id} />
        <Button name="act" value="sent">
          {told(channel === "fax" ? "faxed" : channel === "post" ? "posted" : "sentIt")}
        </Button>
      </form>
    </section>
  );
}
