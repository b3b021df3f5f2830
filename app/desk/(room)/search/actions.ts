"use server";

import { requireActor, requireOrigin } from "@/app/desk/actor";
import type { SearchState } from "@/components/search/search-form";
import { deskSearchSchema } from "@/lib/search/schema";
import { searchDesk } from "@/lib/search/search-desk";

export async function searchAction(_before: SearchState, form: FormData): Promise<SearchState> {
  await requireOrigin();
  const actor = await requireActor("/desk/search");
  const sent = form.get("q");
  const typed = typeof sent === "string" ? sent : "";
  const { data, error } = deskSearchSchema.safeParse(Object.fromEntries(form));
  if (!data) return { q: typed, error: error.issues[0]?.message };
  const { q, kind } = data;
  return { q: typed, found: await searchDesk(actor, { q, kinds: kind && [kind], most: 50 }) };
}
