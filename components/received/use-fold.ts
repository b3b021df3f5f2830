"use client";

import { type RefObject, useLayoutEffect } from "react";

// As `xl` in the theme: from here on the appeal stands beside the draft.
const wide = "(min-width: 80rem)";

/** Closes a fold that stands open without script, where the screen has no room for all of them. */
export function useFoldWhereNarrow(fold: RefObject<HTMLDetailsElement | null>): void {
  useLayoutEffect(() => {
    if (!matchMedia(wide).matches) fold.current?.removeAttribute("open");
  }, [fold]);
}
