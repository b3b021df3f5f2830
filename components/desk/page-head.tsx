import Link from "next/link";
import type { ReactNode } from "react";

type PageHeadProps = {
  title: string;
  back?: { href: string; label: string };
  action?: ReactNode;
  children?: ReactNode;
};

/** The top of a page: the way back, its name, what is to be said about all of it, and its one action on the right. */
export function PageHead({ title, back, action, children }: PageHeadProps) {
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
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <h1 className="max-w-[40ch] font-serif text-2xl leading-tight font-semibold wrap-anywhere">{title}</h1>
        {action}
      </div>
      {children}
    </div>
  );
}
