import type { ReactNode } from "react";

/**
 * Short facts in a row with a dot between neighbours. A fact that does not fit goes to the next line as a whole; the dot
 * before the first one of a line falls outside the box, where it is cut off.
 */
export function Dotted({ parts, className = "" }: { parts: { key: string; text: ReactNode }[]; className?: string }) {
  return (
    <div className={`overflow-x-clip ${className}`}>
      <ul className="-ms-4 flex flex-wrap gap-y-0.5">
        {parts.map(({ key, text }) => (
          <li key={key} className="relative ps-4 before:absolute before:start-1.5 before:content-['·'/'']">
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
