import { formatBrief, formatExact, formatMoment } from "./formats";

/** A point in time in a table: day and minute, in UTC like every time the desk counts by. @param exact with year and second */
export function Moment({ at, exact }: { at: Date; exact?: true }) {
  return (
    <time dateTime={at.toISOString()} title={formatMoment(at)}>
      {exact ? formatExact(at) : formatBrief(at)}
    </time>
  );
}
