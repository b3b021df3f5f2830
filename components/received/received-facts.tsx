import { useTranslations } from "next-intl";
import { formatDay } from "@/components/desk/formats";
import { Dotted } from "@/components/ui/dotted";
import type { OpenedReceived } from "@/lib/received/queries";

const kinds = ["text/plain", "message/rfc822", "text/html", "application/pdf"] as const;

/** When an appeal came and as what, and the way to it as it came: a plain link, so that nothing opens it ahead of time. */
export function ReceivedFacts({ received, href }: { received: OpenedReceived; href: string }) {
  const t = useTranslations("desk.importing");
  const encodings = useTranslations("desk.encodings");
  const { mediaType, encoding, createdAt, content } = received;
  const kind = kinds.find((one) => one === mediaType) ?? "docx";
  return (
    <div className="mt-2 text-muted">
      <Dotted
        parts={[
          ...(content.name ? [{ key: "name", text: <bdi className="wrap-anywhere">{content.name}</bdi> }] : []),
          { key: "day", text: t("received", { day: formatDay(createdAt) }) },
          { key: "kind", text: t("readAs", { what: t(`what.${kind}`) }) },
          ...(content.name && encoding && encodings.has(encoding)
            ? [{ key: "encoding", text: encodings(encoding) }]
            : []),
          {
            key: "file",
            text: (
              <a href={href} className="link">
                {t("download")}
              </a>
            ),
          },
        ]}
      />
    </div>
  );
}
