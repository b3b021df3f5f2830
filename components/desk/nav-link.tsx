"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { LinkPending } from "./link-pending";

/** An entry of the rail; it knows whether the reader is in its part of the desk. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? (path === href ? "page" : "true") : undefined}
      className="flex min-h-11 items-center border-transparent border-s-2 hover:text-blue max-md:px-3 md:min-h-9 md:px-5 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
    >
      <span className="relative">
        {children}
        <LinkPending />
      </span>
    </Link>
  );
}
