import type { Zones } from "@/components/desk/deadline-fields";
import { clockIn, countryName, listZones } from "@/lib/format";

/** What a form about a moment begins with: the zones, those of a country first, and the moment as it is. */
export function momentChoices(
  country: string,
  at: Date | null,
  zone: string | null,
): { zones: Zones; initial: Record<string, string> } {
  const zones = { ...listZones(country), country: countryName(country, "en") };
  const deadlineZone = zone ?? zones.near[0] ?? "UTC";
  const clock = at && clockIn(deadlineZone, at);
  return { zones, initial: { deadlineDate: clock?.date ?? "", deadlineTime: clock?.time ?? "", deadlineZone } };
}
