import sharp from "sharp";
import { createTranslator } from "use-intl/core";
import { type Appeal, findAppeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { isLocale } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";
import { type Drawing, drawOnce, markOf } from "./draw";
import { isShared } from "./is-shared";
import { paperOf, unbroken } from "./paper-of";
import { pictureTemplate } from "./picture-template";

/** In pixels, as those who show such pictures ask for it (ogp.me). */
export const pictureSize = { width: 1200, height: 630 } as const;

/**
 * The picture of an open appeal for who passes it on, in the reader's language as far as the appeal is in it; null when there is none
 * to pass on at this slug, or no font here has its signs.
 * @returns a PNG
 */
export async function findSharingPicture(slug: string, locale: string): Promise<Buffer | null> {
  const appeal = await findAppeal(slug);
  if (!appeal || !isShared(appeal)) return null;
  return drawOnce(pictureOf(appeal, locale), ({ svg }) =>
    sharp(Buffer.from(svg()))
      .resize(pictureSize.width, pictureSize.height)
      .png({ palette: true, effort: 4 })
      .toBuffer(),
  );
}

/** The picture as the head of a page tells of it, with what it says for those who do not see it. */
export function sharingPicture(appeal: Appeal, locale: string) {
  const { text, organisation } = appealView(appeal, locale);
  const t = createTranslator({
    locale,
    messages: loadMessages(isLocale(locale) ? locale : "en"),
    namespace: "sharing.picture",
  });
  const alt = t("alt", { request: text.request, title: text.title, organisation });
  return { url: picturePath(appeal, locale), ...pictureSize, type: "image/png", alt };
}

/** The address of that picture: another one as soon as a word in it is, for who shows it elsewhere keeps it for weeks. */
export function picturePath(appeal: Appeal, locale: string): string {
  return `/${locale}/appeals/${appeal.slug}/picture?v=${markOf(pictureOf(appeal, locale))}`;
}

/** All that stands in the picture. Names that are withheld were taken out where the appeal was read. */
export function pictureOf(appeal: Appeal, locale: string): Drawing {
  const view = appealView(appeal, locale);
  const { words, ...paper } = paperOf(view);
  const { request, title } = view.text;
  const mark = view.example ? words.example : "";
  return { template: pictureTemplate, input: { ...paper, request: unbroken(request), title, mark } };
}
