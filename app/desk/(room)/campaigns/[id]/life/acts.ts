import { lifeAction } from "./actions";
import type { FormAction } from "@/components/desk/action-form";
import { type Act, type Actor, mayDo } from "@/lib/accounts/access";

/** What the verb behind each decision asks for. */
const asked = {
  submit: "campaigns.edit",
  approve: "campaigns.approve",
  "send-back": "campaigns.approve",
  schedule: "campaigns.publish",
  unschedule: "campaigns.publish",
  extend: "campaigns.publish",
  cancel: "campaigns.stop",
  lift: "campaigns.stop",
} as const satisfies Partial<Record<Parameters<typeof lifeAction>[1], Act>>;

type Decision = keyof typeof asked;

/** The decisions about a campaign's life that this member may take, each as the action of its form. */
export function decisionsFor(actor: Actor, id: string): Partial<Record<Decision, FormAction>> {
  const may = (Object.keys(asked) as Decision[]).filter((decision) => mayDo(actor, asked[decision]));
  return Object.fromEntries(may.map((decision) => [decision, lifeAction.bind(null, id, decision)]));
}
