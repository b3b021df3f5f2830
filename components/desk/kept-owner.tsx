"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext } from "react";

const Owner = createContext("");

/** Says whose forms these are: what a member typed is brought back to nobody else. */
export function KeptOwner({ member, children }: { member: string; children: ReactNode }) {
  return <Owner value={member}>{children}</Owner>;
}

/** Where a form is kept in this tab: by its member, its page and its name there. */
export function useKeptKey(name: string | undefined): string | undefined {
  const owner = useContext(Owner);
  const page = usePathname();
  return name && `form:${owner}:${page}:${name}`;
}

/** Forgets everything typed in this tab and not saved: whoever signs out leaves nothing behind. */
export function forgetKept(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("form:")) sessionStorage.removeItem(key);
}
