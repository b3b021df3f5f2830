import { describe, expect, test } from "vitest";
import { clientNetwork, networkOf } from "@/lib/door/network";

test.each([
  ["192.0.2.77", "192.0.2.0/24"],
  ["192.0.2.77:8080", "192.0.2.0/24"],
  ["::ffff:192.0.2.77", "192.0.2.0/24"],
  ["::FFFF:c000:24d", "192.0.2.0/24"],
  ["0:0:0:0:0:ffff:192.0.2.77", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:0DB8:0001::6", "2001:db8:1::/48"],
  ["[2001:db8:1::6]:443", "2001:db8:1::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["::1", "0:0:0::/48"],
  ["", "unknown"],
  ["unknown", "unknown"],
  ["1.2.3", "unknown"],
  ["<script>", "unknown"],
])("%s is of %s", (address, network) => expect(networkOf(address)).toBe(network));

describe("clientNetwork", () => {
  const headers = { "x-forwarded-for": "198.51.100.1, 203.0.113.2,192.0.2.3" };
  test.each([
    [0, "10.0.0.0/24"],
    [1, "192.0.2.0/24"],
    [2, "203.0.113.0/24"],
    [3, "198.51.100.0/24"],
    [9, "198.51.100.0/24"],
  ])("behind %i proxies believes %s", (proxies, network) =>
    expect(clientNetwork("::ffff:10.0.0.9", headers, proxies)).toBe(network),
  );
  test("falls back to the connection", () => expect(clientNetwork("10.0.0.9", {}, 1)).toBe("10.0.0.0/24"));
  test("knows nothing of a closed connection", () => expect(clientNetwork(undefined, {}, 0)).toBe("unknown"));
});
