import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { encodePicture, UnusablePicture } from "@/lib/cases/encode-picture";
import { uploadLimit } from "@/lib/cases/schema";
import { testPicture } from "@/tests/pictures";

async function fault(file: Uint8Array): Promise<string | null> {
  try {
    await encodePicture(file);
    return null;
  } catch (error) {
    if (error instanceof UnusablePicture) return error.code;
    throw error;
  }
}

test("stands upright and keeps nothing of the camera, nor of the place", async () => {
  const file = await testPicture();
  expect((await sharp(file).metadata()).exif).toBeDefined();
  expect(Buffer.from(file).includes("Telephone of a witness")).toBe(true);
  const { bytes, width, height, mediaType, small } = await encodePicture(file);
  const encoded = await sharp(bytes).metadata();
  expect({ width, height, mediaType }).toEqual({ width: 300, height: 400, mediaType: "image/jpeg" });
  expect(encoded).toMatchObject({ format: "jpeg", width: 300, height: 400, isProgressive: true, space: "srgb" });
  for (const one of [bytes, small]) {
    const { exif, icc, iptc, xmp, orientation } = await sharp(one).metadata();
    expect([exif, icc, iptc, xmp, orientation]).toEqual(Array(5).fill(undefined));
    expect(Buffer.from(one).includes("Telephone")).toBe(false);
  }
});

test.each([
  ["PNG", (one: Sharp) => one.png()],
  ["WebP", (one: Sharp) => one.webp()],
  ["AVIF", (one: Sharp) => one.avif()],
])("%s becomes JPEG", async (_name, as) => {
  const { bytes } = await encodePicture(await testPicture({ as }));
  expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});

test("is at most 1600 px wide, and small ones are not enlarged", async () => {
  const wide = await sharp({ create: { width: 3200, height: 1000, channels: 3, background: "#123" } })
    .png()
    .toBuffer();
  expect(await encodePicture(wide)).toMatchObject({ width: 1600, height: 500 });
});

test.each([
  [{ width: 1600, height: 1200 }, 640, 480],
  [{ width: 500, height: 2400 }, 250, 1200],
  [{ width: 300, height: 400 }, 300, 400],
])("is WebP for phones: %j", async (size, width, height) => {
  const file = await sharp({ create: { ...size, channels: 3, background: "#123" } })
    .png()
    .toBuffer();
  const { small } = await encodePicture(file);
  expect(await sharp(small).metadata()).toMatchObject({ format: "webp", width, height });
});

test("what can be seen through becomes white", async () => {
  const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: "#0000" } })
    .png()
    .toBuffer();
  const { data } = await sharp((await encodePicture(clear)).bytes)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
});

describe("refuses", () => {
  test.each([
    ["nothing", new Uint8Array(), "required"],
    ["too much", new Uint8Array(uploadLimit + 1), "too-large"],
    ["a text", new TextEncoder().encode("Dear friends"), "not-a-picture"],
    ["a drawing in SVG", new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), "not-a-picture"],
    ["a beginning of JPEG alone", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), "not-a-picture"],
  ])("%s", async (_what, file, code) => expect(await fault(file)).toBe(code));

  test("a picture that breaks off", async () => {
    const file = await testPicture();
    expect(await fault(file.subarray(0, Math.floor(file.length / 2)))).toBe("not-a-picture");
  });

  test("a small file of very many pixels, without decoding it", async () => {
    const bomb = await sharp({ create: { width: 8000, height: 7000, channels: 3, background: "#000" } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await fault(bomb)).toBe("too-many-pixels");
  });
});
