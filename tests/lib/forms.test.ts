import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { signInSchema } from "@/lib/accounts/schema";
import { Refusal } from "@/lib/errors";
import { chosenIn, type FormState, formState } from "@/lib/forms";

const form = new FormData();
form.set("email", "not an address");
form.set("password", "secret secret");
form.set("newPassword", "secret secret");
form.set("$ACTION_1:0", "{}");

test("a refusal and what was typed come back, without passwords", async () => {
  const state = await formState(form, async () => Promise.reject(new Refusal("sign-in-failed")));
  expect(state).toEqual({ refusal: "sign-in-failed", values: { email: "not an address" } });
});

test("one error for each field", async () => {
  const state = await formState(form, async () => void signInSchema.parse({ email: "", password: "" }));
  expect(state.errors).toEqual({ email: "required", password: "required" });
});

test("everything else goes through", async () => {
  await expect(formState(form, async () => Promise.reject(new TypeError("ours")))).rejects.toThrow(TypeError);
  expect(await formState(form, async () => undefined)).toEqual({ saved: true });
});

const filter = z.object({ q: z.string().default("") });

function formOf(entries: [string, string][]): FormData {
  const sent = new FormData();
  for (const [name, value] of entries) sent.append(name, value);
  return sent;
}

async function refused(sent: FormData): Promise<FormState> {
  return formState(sent, async () => void (await Promise.resolve(chosenIn(sent, filter))));
}

describe("rows that were chosen", () => {
  const [one, two, three] = [uuidv7(), uuidv7(), uuidv7()];

  test("are those that were ticked, each once, from boxes and from a list", () => {
    const sent = formOf([
      ["pick", one],
      ["pick", two],
      ["picks", `${two},${three}`],
      ["filter", "q=x"],
      ["count", "9"],
    ]);
    expect(chosenIn(sent, filter)).toEqual({ which: "ticked", ids: [one, two, three] });
  });

  test("are all that fit only when that was said, with what was seen", () => {
    const sent = formOf([
      ["pick", one],
      ["which", "all"],
      ["filter", "q=x+y&page=2"],
      ["count", "9"],
    ]);
    expect(chosenIn(sent, filter)).toEqual({ which: "all", filter: { q: "x y" }, count: 9 });
  });

  test("are none where nothing is ticked, or no id", async () => {
    expect(await refused(formOf([["which", "ticked"]]))).toMatchObject({ errors: { picks: "required" } });
    expect((await refused(formOf([["pick", "1 or 1=1"]]))).errors).toBeDefined();
  });

  test("come back with what was refused", async () => {
    const sent = formOf([
      ["pick", one],
      ["pick", two],
    ]);
    const state = await formState(sent, () => Promise.reject(new Refusal("count-changed")));
    expect(state.values?.picks).toBe(`${one},${two}`);
  });
});
