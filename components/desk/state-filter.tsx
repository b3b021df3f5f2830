import Link from "next/link";
import { formatNumber } from "./formats";

type StateFilterProps<S extends string> = {
  label: string;
  all: { word: string; count: number };
  /** The states to choose from, with how many are in each. */
  counts: [S, number][];
  word: (state: S) => string;
  current?: S;
  href: (state?: S) => string;
};

/**
 * Chooses the state of what is listed below. Plain links: the choice stays in the address, and Back undoes it. They
 * stand in lines of about one length, so that none is left alone.
 */
export function StateFilter<S extends string>({ label, all, counts, word, current, href }: StateFilterProps<S>) {
  const look =
    "me-5 inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 tabular-nums hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold";
  return (
    <nav aria-label={label} className="border-b border-line text-balance">
      <Link href={href()} scroll={false} prefetch={false} aria-current={current ? undefined : "true"} className={look}>
        {all.word} <span className="font-normal text-muted">{formatNumber(all.count)}</span>
      </Link>
      {counts.map(([state, count]) => (
        <Link
          key={state}
          href={href(state)}
          scroll={false}
          prefetch={false}
          aria-current={current === state ? "true" : undefined}
          className={look}
        >
          {word(state)} <span className="font-normal text-muted">{formatNumber(count)}</span>
        </Link>
      ))}
    </nav>
  );
}
