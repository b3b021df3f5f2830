import Link from "next/link";
import type { ReactNode } from "react";

type PageHeadProps = {
  title: string;
  back?: { href: string; label: string };
  /** What it is about, in a line under its name. */
  lead?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
};

/** The top of a page: the way back, its name, what is to be said about all of it, and its one action on the right. */
export function PageHead({ title, back, lead, action, children }: PageHeadProps) {
  return (
    <div className="mb-7">
      {back && (
        <p className="mb-2">
          <Link href={back.href} className="text-blue hover:underline">
            <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
              ←
            </span>{" "}
            {back.label}
          </Link>
        </p>
      )}
      <div className="flex flex-col items-start justify-between gap-x-8 gap-y-3 md:flex-row">
        <div className="min-w-0">
          <h1 className="max-w-[40ch] outline-none font-serif text-2xl leading-tight font-semibold wrap-anywhere">
            {title}
          </h1>
          {lead && <p className="mt-2 max-w-[62ch] wrap-anywhere text-muted">{lead}</p>}
        </div>
        {action && <div className="shrink-0">{action}</div>}
      </div>
      {children}
    </div>
  );
}
