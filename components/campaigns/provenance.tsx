import { useTranslations } from "next-intl";

export type ProvenanceFacts = {
  originator: string | null;
  originatorAt: string | null;
  forwarder: string | null;
  forwarderAt: string | null;
  reference: string | null;
};

/** Who wrote the appeal and who passed it on. */
export function Provenance({ facts }: { facts: ProvenanceFacts }) {
  const t = useTranslations("site.appeal");
  const placed = (name: string, place: string | null) => (place ? t("place", { name, place }) : name);
  const parts = [
    facts.originator && t("writtenBy", { name: placed(facts.originator, facts.originatorAt) }),
    facts.forwarder && t("forwardedBy", { name: placed(facts.forwarder, facts.forwarderAt) }),
    facts.reference,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <p className="text-sm text-muted">{parts.join(" · ")}</p>;
}
