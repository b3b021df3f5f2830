import Link from "next/link";
import type { ReactNode } from "react";

const looks = {
  /** The one main action on a screen. */
  main: "bg-wax text-on-wax border-wax hover:bg-wax-deep hover:border-wax-deep",
  plain: "bg-sheet text-blue border-edge hover:border-blue",
} as const;

/** The way to another page of the desk that looks like a button. */
export function LinkButton({
  href,
  look = "plain",
  children,
}: {
  href: string;
  look?: keyof typeof looks;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      className={`inline-flex min-h-11 items-center rounded-sm border px-5 font-semibold print:hidden ${looks[look]}`}
    >
      {children}
    </Link>
  );
}
