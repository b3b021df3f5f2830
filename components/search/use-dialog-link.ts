import { type MouseEvent, useCallback, useRef } from "react";

/**
 * A dialog that a link opens, and that says so to `opened`; with Ctrl, ⌘ or Shift, and without script, the link leads to the same as a page.
 */
export function useDialogLink(opened?: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const show = useCallback(() => {
    if (!dialog.current || dialog.current.open) return;
    dialog.current.showModal();
    opened?.();
  }, [opened]);
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show();
  };
  return { dialog, show, press };
}

/** A click beside what is in a dialog closes it. */
export function closeBeside({ target, currentTarget }: MouseEvent<HTMLDialogElement>): void {
  if (target === currentTarget) currentTarget.close();
}
