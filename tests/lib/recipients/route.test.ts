import { afterEach, describe, expect, test, vi } from "vitest";
import type { AddressStatus, Channel } from "@/lib/generated/prisma/enums";
import { pickAddress, wayTo } from "@/lib/recipients/route";
import * as environment from "@/lib/env";

type Address = { channel: Channel; status: AddressStatus; lane: string };

const address = (channel: Channel, status: AddressStatus = "working"): Address => ({
  channel,
  status,
  lane: `${channel} lane`,
});
const all = (["post", "fax", "own_client", "web_form", "email"] as const).map((channel) => address(channel));

afterEach(() => vi.restoreAllMocks());

describe("the address a letter goes to", () => {
  test("is that of the channel which asks least of the signer", () => {
    const order: (Channel | undefined)[] = [];
    for (let left = all; left.length > 0;) {
      const picked = pickAddress({ addresses: left });
      order.push(picked?.channel);
      left = left.filter((one) => one !== picked);
    }
    expect(order).toEqual(["email", "web_form", "own_client", "fax", "post"]);
  });

  test("is a fax before what a signer would send, where we send faxes", () => {
    const env = environment.env();
    vi.spyOn(environment, "env").mockReturnValue({ ...env, FAX_GATEWAY: "{number}@fax.example" });
    expect(pickAddress({ addresses: all.filter(({ channel }) => channel !== "email") })?.channel).toBe("fax");
  });

  test("is the first of several, and none that is dead", () => {
    const addresses = [address("email", "dead"), address("fax"), address("fax", "failing")];
    expect(pickAddress({ addresses })).toBe(addresses[1]);
    expect(pickAddress({ addresses: [address("email", "dead")] })).toBeUndefined();
  });

  test("is no mailbox for mail from their own program where the signer shows less than their name", () => {
    const addresses = [address("own_client"), address("post")];
    expect(pickAddress({ addresses }, "full")?.channel).toBe("own_client");
    expect(pickAddress({ addresses }, "initials")?.channel).toBe("post");
    expect(pickAddress({ addresses: [address("own_client")] }, "initials")).toBeUndefined();
  });
});

describe("a letter that would go by e-mail", () => {
  const [email, theirs] = [address("email"), address("own_client")];

  test("goes from the signer's own program if they want that", () => {
    expect(wayTo({ addresses: [email] }, { disclosure: "full", ownClient: true })).toEqual({
      address: email,
      channel: "own_client",
      lane: "own_client",
    });
    expect(wayTo({ addresses: [email, theirs] }, { disclosure: "full", ownClient: true })?.address).toBe(theirs);
  });

  test.each([
    ["full", false],
    ["initials", true],
  ] as const)("goes from us at %s with own program %s", (disclosure, ownClient) => {
    expect(wayTo({ addresses: [email, theirs] }, { disclosure, ownClient })).toMatchObject({
      channel: "email",
      address: email,
    });
  });
});
