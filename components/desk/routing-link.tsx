import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way from the recipients to the rules that choose among them, and whether there are any. */
export function RoutingLink({ href, count }: { href: string; count: number }) {
  const t = useTranslations("desk.routing");
  return (
    <p className="mb-5">
      <Link href={href} className="link">
        {t("link")}
      </Link>
      <span className="text-muted"> · {t("linkHint", { count })}</span>
    </p>
  );
}
