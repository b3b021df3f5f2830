import { expect, test } from "vitest";
import { pickEncoding } from "@/lib/door/encoding";
import { negotiateLocale } from "@/lib/door/negotiate";

test.each([
  [undefined, "en"],
  ["", "en"],
  ["ar", "ar"],
  ["AR-eg, en;q=0.5", "ar"],
  ["de, ar;q=0.4, en;q=0.3", "ar"],
  ["fr-CA, en;q=0.8", "fr"],
  ["es-419, es;q=0.9, en;q=0.8", "es"],
  ["zh-CN", "zh"],
  ["zh-Hans-SG, en;q=0.9", "zh"],
  ["zh-TW, en;q=0.9", "zh"],
  ["zh-Hant-HK, zh-Hant;q=0.9, en;q=0.8", "zh"],
  ["ko-KR, ko;q=0.9", "ko"],
  ["ar;q=0.2, en;q=0.9", "en"],
  ["ar;q=0", "en"],
  ["*, ar;q=0.1", "en"],
  ["ar;q=x", "en"],
  [";;,,=", "en"],
])("greets %j in %s", (header, locale) => expect(negotiateLocale(header)).toBe(locale));

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0.1", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["*", "br"],
  ["*, br;q=0", "gzip"],
  ["gzip;q=0, br; q=0.0, *", "identity"],
  ["identity", "identity"],
])("answers %j in %s", (header, encoding) => expect(pickEncoding(header)).toBe(encoding));
