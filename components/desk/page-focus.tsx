"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * After a way to another page that loads nothing anew, the focus goes to its title, as it would begin there after a load: the
 * link that was followed is gone, and a reader would be left nowhere. An address that names a field leads to it, and a page that
 * has put the focus somewhere keeps it.
 */
export function PageFocus() {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!isNowhere()) return;
    document.getElementById(location.hash.slice(1))?.focus();
    if (!isNowhere()) return;
    const title = document.querySelector<HTMLElement>("main h1");
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
  }, [path]);
  return null;
}

function isNowhere(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}
