import { useTranslations } from "next-intl";
import { apart } from "@/components/ui/apart";
import { Dotted } from "@/components/ui/dotted";

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
  const { originator, originatorAt, forwarder, forwarderAt, reference } = facts;
  const placed = (name: string, place: string | null) => () =>
    place ? <bdi>{t.rich("place", { name: apart(name), place: apart(place) })}</bdi> : apart(name)();
  const parts = [
    originator && { key: "written", text: t.rich("writtenBy", { name: placed(originator, originatorAt) }) },
    forwarder && { key: "forwarded", text: t.rich("forwardedBy", { name: placed(forwarder, forwarderAt) }) },
    reference && { key: "reference", text: <bdi>{reference}</bdi> },
  ].filter((part) => part !== null && part !== "");
  if (parts.length === 0) return null;
  return <Dotted parts={parts} className="text-sm text-muted" />;
}
