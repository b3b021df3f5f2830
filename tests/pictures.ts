import sharp, { type Sharp } from "sharp";

type PictureOptions = { width?: number; height?: number; as?: (picture: Sharp) => Sharp };

/** A photograph as a telephone makes one: lying on its side, with EXIF that says where it was taken. */
export async function testPicture({ width = 400, height = 300, as = (one) => one.jpeg() }: PictureOptions = {}) {
  const sharpened = sharp({ create: { width, height, channels: 3, background: "#7a5c3e" } });
  const place = {
    GPSLatitudeRef: "N",
    GPSLatitude: "39/1 54/1 20/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "116/1 23/1 29/1",
  };
  const bytes = await as(sharpened)
    .withExif({ IFD0: { Make: "Telephone of a witness", Orientation: "6" }, IFD3: place })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  return new Uint8Array(bytes);
}
