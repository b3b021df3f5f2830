import { useTranslations } from "next-intl";
import { apart } from "@/components/ui/apart";

/** Who asks: whoever signs gives their name and their letter to them. */
export function PublishedBy({ organisation }: { organisation: string }) {
  const t = useTranslations("site.appeal");
  return <p className="text-sm text-muted">{t.rich("publishedBy", { name: apart(organisation) })}</p>;
}
