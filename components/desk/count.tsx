import Link from "next/link";
import { formatNumber } from "./formats";

/** A number: a link to the list behind it, if there is one and anything is in it. None is said quietly. */
export function Count({ value, href, label }: { value: number; href?: string; label?: string }) {
  if (value === 0) return <span className="text-muted">0</span>;
  if (!href) return <>{formatNumber(value)}</>;
  return (
    <Link href={href} prefetch={false} className="text-blue hover:underline">
      {formatNumber(value)}
      {label && <span className="sr-only"> {label}</span>}
    </Link>
  );
}
