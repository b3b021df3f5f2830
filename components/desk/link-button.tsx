import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook, type Look } from "@/components/ui/button";

type LinkButtonProps = { href: string; look?: Look; children: ReactNode };

/** The way to another page of the desk that looks like a button. */
export function LinkButton({ href, look = "plain", children }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonLook(look)}>
      {children}
    </Link>
  );
}
