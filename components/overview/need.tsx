import Link from "next/link";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/desk/formats";

/** Something that waits for somebody: how many, of what, and where that is. */
export type NeedProps = {
  /** Without one it is no matter of how many. */
  count?: number;
  /** The number as it is written, where it is only the least: "1,000+". */
  shown?: string;
  href: string;
  /** Nothing leaves, or something was lost. */
  grave?: boolean;
  text: string;
  children?: ReactNode;
};

export function Need({ count, shown, href, grave = false, text, children }: NeedProps) {
  return (
    <li className="col-span-full grid grid-cols-subgrid items-baseline border-b border-line py-3">
      <span className="text-end tabular-nums">
        {count === undefined ? (
          <span
            aria-hidden="true"
            className={`inline-block size-2.5 ${grave ? "rotate-45 bg-brick" : "rounded-full border-[1.5px] border-amber"}`}
          />
        ) : (
          <Link
            href={href}
            prefetch={false}
            aria-hidden="true"
            tabIndex={-1}
            className={`font-serif text-lg leading-6 hover:underline ${grave ? "text-brick" : "text-blue"}`}
          >
            {shown ?? formatNumber(count)}
          </Link>
        )}
      </span>
      <span className="min-w-0">
        <Link href={href} prefetch={false} className="hover:text-blue hover:underline">
          {count !== undefined && <span className="sr-only">{shown ?? formatNumber(count)} </span>}
          {text}
        </Link>
        {children}
      </span>
    </li>
  );
}
