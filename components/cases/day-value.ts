/** A day as a date field holds it; nothing for none. */
export function dayValue(day: Date | null): string {
  return day ? day.toISOString().slice(0, 10) : "";
}
