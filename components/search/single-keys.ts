import { useSyncExternalStore } from "react";

const kept = "desk:single-keys";
const changed = "desk:single-keys-changed";

/** Whether keys without Ctrl or ⌘ do something on this device (WCAG 2.2, 2.1.4: they can be switched off). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(kept) !== "off";
}

/** Switches them on or off, in every tab of this device. */
export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(kept);
  else localStorage.setItem(kept, "off");
  dispatchEvent(new Event(changed));
}

/** The same for what is drawn; they count as on until the browser has said otherwise. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(listen, singleKeysOn, () => true);
}

function listen(tell: () => void): () => void {
  const events = [changed, "storage"];
  for (const event of events) addEventListener(event, tell);
  return () => events.forEach((event) => removeEventListener(event, tell));
}

const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=textbox]";

/** Whether a key was pressed by itself: nobody types, no dialog is open, nothing else has used it. */
export function isSingleKey(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, defaultPrevented, isComposing, repeat, target } = event;
  if (ctrlKey || metaKey || altKey || defaultPrevented || isComposing || repeat) return false;
  const types = target instanceof Element && target.closest(fields) !== null;
  return !types && document.querySelector("dialog[open]") === null && singleKeysOn();
}
