import type { Rule } from "./decide";

/** Whether rules lead to recipients that are not attached to the campaign. */
export function reachesFurther(rules: Pick<Rule, "kind">[]): boolean {
  return rules.some(({ kind }) => kind === "embassy" || kind === "own_government");
}
