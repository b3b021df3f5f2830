import { useFormatter } from "next-intl";

/** A point in time in a table: day and minute, in UTC like every time the desk counts by. */
export function Moment({ at }: { at: Date }) {
  const format = useFormatter();
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, { dateStyle: "full", timeStyle: "long" })}>
      {format.dateTime(at, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
    </time>
  );
}
