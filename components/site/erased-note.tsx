import { useTranslations } from "next-intl";
import { Plain } from "./plain";

type ErasedNoteProps = { title: string; text: string; locale: string };

/** What is gone, and what is not; nothing that names whose it was. */
export function ErasedNote({ title, text, locale }: ErasedNoteProps) {
  const nav = useTranslations("site.nav");
  return (
    <Plain title={title}>
      <p className="text-lg">{text}</p>
      <p>
        <a href={`/${locale}`} className="link-line">
          {nav("home")}
        </a>
      </p>
    </Plain>
  );
}
