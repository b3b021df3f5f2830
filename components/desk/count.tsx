import Link from "next/link";
import { useFormatter } from "next-intl";

/** A number in a table: a link to the list behind it, if there is one and anything is in it. None is said quietly. */
export function Count({ value, href, label }: { value: number; href?: string; label?: string }) {
  const format = useFormatter();
  if (value === 0) return <span className="text-muted">0</span>;
  if (!href) return <>{format.number(value)}</>;
  return (
    <Link href={href} prefetch={false} className="text-blue hover:underline">
      {format.number(value)}
      {label && <span className="sr-only"> {label}</span>}
    </Link>
  );
}
