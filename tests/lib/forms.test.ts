import { expect, test } from "vitest";
import { signInSchema } from "@/lib/accounts/schema";
import { Refusal } from "@/lib/errors";
import { formState } from "@/lib/forms";

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
