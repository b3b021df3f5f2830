"use client";

import { usePathname } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useRef } from "react";

/** On a phone the way round the desk folds behind one word. It closes on the way to another page, and with Escape. */
export function PhoneMenu({ label, children }: { label: string; children: ReactNode }) {
  const path = usePathname();
  const details = useRef<HTMLDetailsElement>(null);
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };
  return (
    <details key={path} ref={details} onKeyDown={close} className="md:hidden">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-sm border border-edge bg-sheet px-3 [&::-webkit-details-marker]:hidden">
        {label}
        <span aria-hidden="true" className="text-xs text-muted in-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="absolute inset-x-0 top-full z-20 max-h-[75dvh] overflow-y-auto border-y border-line bg-paper px-4 pt-2 pb-4">
        {children}
      </div>
    </details>
  );
}
