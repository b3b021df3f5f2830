import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { GoShortcut } from "./shortcuts";
import { isSingleKey } from "./single-keys";

const togetherMs = 1500;

/** Listens for "g" and a letter, and for "?". */
export function useGoKeys(shortcuts: GoShortcut[], showSheet: () => void): void {
  const router = useRouter();
  const wentAt = useRef(-togetherMs);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Shift" || !isSingleKey(event)) return;
      const goes = event.timeStamp - wentAt.current < togetherMs;
      wentAt.current = event.key === "g" && !goes ? event.timeStamp : -togetherMs;
      const shortcut = goes ? shortcuts.find(({ key }) => key === event.key) : undefined;
      if (shortcut) router.push(shortcut.href);
      else if (event.key === "?") showSheet();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [router, shortcuts, showSheet]);
}
