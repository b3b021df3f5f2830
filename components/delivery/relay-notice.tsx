import { useTranslations } from "next-intl";
import { formatMoment } from "@/components/desk/formats";
import type { Delivery } from "@/lib/delivery/queries";

/** Says that nothing leaves because our own mail server is not there. */
export function RelayNotice({ relay }: Pick<Delivery, "relay">) {
  const t = useTranslations("desk.delivery.relay");
  if (!relay) return null;
  return (
    <section aria-labelledby="relay" className="border-s-4 border-brick bg-sheet px-5 py-4">
      <h2 id="relay" className="font-serif text-lg">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-[62ch]">{t("text", { time: formatMoment(new Date(relay.since)) })}</p>
      {relay.response && (
        <p className="max-w-[62ch] text-muted wrap-anywhere">{t("answer", { answer: relay.response })}</p>
      )}
    </section>
  );
}
