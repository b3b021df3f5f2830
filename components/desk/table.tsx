import type { ComponentProps, ReactNode } from "react";

// Border lines of a collapsed table would stay behind when its head sticks.
const cell = "border-b border-line px-3 py-2.5 first:ps-0 last:pe-0";

/**
 * A dense table whose head stays in view. Where it has no room (below `xl`, with the rail beside it) it folds: its head
 * goes, and `FoldedRow`s stand under each other as small blocks.
 */
export function Table({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    <table className="w-full border-separate border-spacing-0 tabular-nums max-xl:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-xs text-muted max-xl:sr-only">
        <tr>{head}</tr>
      </thead>
      <tbody className="max-xl:block max-xl:border-t max-xl:border-line">{children}</tbody>
    </table>
  );
}

/** @param number whether figures stand under it, which are set to the right */
export function Head({ number, className = "", ...rest }: ComponentProps<"th"> & { number?: boolean }) {
  const look = `bg-paper align-bottom leading-4 font-normal xl:sticky xl:top-0 ${number ? "text-end" : "text-start"}`;
  return <th scope="col" className={`${cell} ${look} ${className}`} {...rest} />;
}

/** The cell that names its row. */
export function RowHead({ className = "", ...rest }: ComponentProps<"th">) {
  return (
    <th scope="row" className={`${cell} ${folded} text-start align-baseline font-normal ${className}`} {...rest} />
  );
}

export function Cell({ number, className = "", ...rest }: ComponentProps<"td"> & { number?: boolean }) {
  return <td className={`${cell} ${folded} align-baseline ${number ? "xl:text-end" : ""} ${className}`} {...rest} />;
}

const folded = "max-xl:border-0 max-xl:p-0";

/** A row that becomes a block: its line below is its own then, not its cells'. */
export function FoldedRow({ className = "", ...rest }: ComponentProps<"tr">) {
  return <tr className={`max-xl:border-b max-xl:border-line max-xl:py-3.5 ${className}`} {...rest} />;
}

/** The column's name beside a figure that lost its head. Not read out: the table still has it. */
export function FoldedLabel({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="block text-xs leading-5 text-muted xl:hidden">
      {children}
    </span>
  );
}
