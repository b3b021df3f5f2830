import { createTranslator } from "use-intl/core";
import { loadMessages } from "@/lib/messages";
import type { ComposedLetter } from "./compose";
import type { LetterPreview } from "./preview";

type To = Pick<LetterPreview, "to" | "channel" | "address">;

/** A letter as its test reaches a member: the same text, and above it to whom it would have gone. */
export function writeTestMail(letter: ComposedLetter, { to, channel, address }: To): { subject: string; text: string } {
  const t = createTranslator({ locale: "en", messages: loadMessages("en").desk });
  const way = channel ? t("letter.test.way", { channel: t(`channels.${channel}`), address: address ?? "" }) : null;
  return {
    subject: `[TEST] ${letter.subject}`,
    text: [t("letter.test.head", { to }), way ?? t("letter.test.noWay"), t("letter.test.note"), "", letter.text].join(
      "\n",
    ),
  };
}
