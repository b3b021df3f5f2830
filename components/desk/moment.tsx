import { formatBrief, formatMoment } from "./formats";

/** A point in time in a table: day and minute, in UTC like every time the desk counts by. */
export function Moment({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} title={formatMoment(at)}>
      {formatBrief(at)}
    </time>
  );
}
