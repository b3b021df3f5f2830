import type { ComponentProps, ReactNode } from "react";

const cell = "border-b border-line px-3 py-2.5 first:ps-0 last:pe-0";

/** @param fold on a narrow screen rows become blocks of their own; without it the table scrolls sideways */
type TableProps = { caption: string; head: ReactNode; children: ReactNode; fold?: boolean };

/** A dense table with a head that stays in view. */
export function Table({ caption, head, children, fold }: TableProps) {
  const table = (
    <table className={`w-full border-collapse tabular-nums ${fold ? "max-md:block" : ""}`}>
      <caption className="sr-only">{caption}</caption>
      <thead className={`text-xs text-muted ${fold ? "max-md:sr-only" : ""}`}>
        <tr>{head}</tr>
      </thead>
      <tbody className={fold ? "max-md:block max-md:border-t max-md:border-line" : ""}>{children}</tbody>
    </table>
  );
  if (fold) return table;
  return (
    <div className="max-lg:overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

/** @param number whether figures stand under it, which are set to the right */
export function Head({ number, className = "", ...rest }: ComponentProps<"th"> & { number?: boolean }) {
  const look = `bg-paper align-bottom leading-4 font-normal ${number ? "text-end" : "text-start"}`;
  return <th scope="col" className={`${cell} ${look} ${className}`} {...rest} />;
}

export function Cell({ number, className = "", ...rest }: ComponentProps<"td"> & { number?: boolean }) {
  return <td className={`${cell} align-baseline ${number ? "text-end" : ""} ${className}`} {...rest} />;
}
