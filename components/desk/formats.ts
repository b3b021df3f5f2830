// The desk speaks British English whatever language the request names.
const language = "en-GB";

/** A day in words: 30 June 2027. */
export function formatDay(at: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(at);
}

/** A day and minute: 30 June 2027 at 18:00. The zone is said beside it, but for UTC, which is said here. */
export function formatMoment(at: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: timeZone === "UTC" ? "short" : undefined,
  }).format(at);
}

/** A day and minute for a column of a table, in UTC: 30 Jun, 18:00. */
export function formatBrief(at: Date): string {
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(at);
}

/** A second for a record that outlives the year, in UTC: 30 Jun 2027, 18:00:05. */
export function formatExact(at: Date): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }).format(at);
}

/** The time of a moment: 18:00 UTC. */
export function formatClock(at: Date): string {
  return new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
    timeZoneName: "short",
  }).format(at);
}

/** A whole number: 1,000,000. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language).format(value);
}

/** How many a minute: whole from ten on, else with one decimal. */
export function formatPace(value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

const units = [
  ["year", 365 * 86_400_000],
  ["month", 60 * 86_400_000],
  ["day", 2 * 86_400_000],
  ["hour", 2 * 3_600_000],
] as const;
const lengths = { year: 365 * 86_400_000, month: 30.44 * 86_400_000, day: 86_400_000, hour: 3_600_000, minute: 60_000 };

/** How far a moment is from now, in the largest unit that still tells: in 12 days, 3 hours ago. */
export function formatDistance(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime();
  const unit = units.find(([, least]) => Math.abs(ms) >= least)?.[0] ?? "minute";
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(Math.trunc(ms / lengths[unit]), unit);
}
