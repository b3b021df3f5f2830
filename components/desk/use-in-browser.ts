import { useSyncExternalStore } from "react";

/** False while a page is made and brought to life, so that both agree on what it shows; then true. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
