import type { ComponentProps, ReactNode } from "react";

const looks = {
  /** The one main action on a screen. */
  main: "bg-wax text-on-wax border-wax hover:bg-wax-deep hover:border-wax-deep",
  plain: "bg-sheet text-blue border-edge hover:border-blue",
  /** For what cannot be undone: the word warns, not a colour that shouts. */
  grave: "bg-sheet text-brick border-brick hover:bg-brick hover:text-sheet",
} as const;

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 text-center rounded-sm border px-5 py-2 text-base font-semibold no-underline transition-colors motion-reduce:transition-none disabled:opacity-60 print:hidden";

export type Look = keyof typeof looks;

/** How whatever looks like a button looks. */
export function buttonLook(look: Look): string {
  return `${shape} ${looks[look]}`;
}

export function Button({
  look = "plain",
  className = "",
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={`${buttonLook(look)} cursor-pointer ${className}`} {...rest} />;
}

type ButtonLinkProps = { look?: Look; href: string; rel?: string; children: ReactNode };

export function ButtonLink({ look = "plain", href, rel, children }: ButtonLinkProps) {
  return (
    <a href={href} rel={rel} className={buttonLook(look)}>
      {children}
    </a>
  );
}
