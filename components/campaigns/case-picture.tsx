import { useTranslations } from "next-intl";
import type { AppealView } from "@/lib/campaigns/view";

type CasePictureProps = Pick<AppealView, "language" | "dir"> & { picture: NonNullable<AppealView["picture"]> };

/** The one picture of an appeal, with what it shows for those who do not see it, and who made it. */
export function CasePicture({ picture, language, dir }: CasePictureProps) {
  const t = useTranslations("site.appeal");
  const { src, small, alt, width, height } = picture;
  const credit = () => <bdi>{picture.credit}</bdi>;
  return (
    <figure className="max-w-[62ch]">
      <picture>
        <source media="(width < 48rem)" type="image/webp" srcSet={small} />
        <img
          src={src}
          alt={alt}
          lang={language}
          dir={dir}
          width={width}
          height={height}
          fetchPriority="high"
          className="h-auto max-h-[34rem] w-full bg-sheet object-contain object-left rtl:object-right"
        />
      </picture>
      <figcaption className="mt-1.5 text-sm text-muted">{t.rich("pictureCredit", { credit })}</figcaption>
    </figure>
  );
}
