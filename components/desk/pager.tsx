import Link from "next/link";

type PagerProps = {
  label: string;
  newest: { href: string; label: string } | null;
  older: { href: string; label: string } | null;
};

/** From one page of a long list to the next older one, or back to its start. */
export function Pager({ label, newest, older }: PagerProps) {
  if (!newest && !older) return null;
  return (
    <nav aria-label={label} className="mt-4 flex justify-between gap-4">
      {newest ? (
        <Link href={newest.href} prefetch={false} className="link">
          {newest.label}
        </Link>
      ) : (
        <span />
      )}
      {older && (
        <Link href={older.href} prefetch={false} className="link">
          {older.label}
        </Link>
      )}
    </nav>
  );
}
