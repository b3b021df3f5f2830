import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import type { DeskCase, DeskPicture } from "@/lib/cases/queries";
import { RemoveForm } from "./remove-form";

type PictureListProps = {
  its: Pick<DeskCase, "pictures" | "persons">;
  /** Removes one; without it nobody can. */
  remove?: (pictureId: string) => FormAction;
};

/** The pictures of a case, each with whom it shows and whether it may be shown. */
export function PictureList({ its, remove }: PictureListProps) {
  const t = useTranslations("desk.pictures");
  if (its.pictures.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {its.pictures.map((picture) => (
        <li key={picture.id}>
          <Picture picture={picture} />
          <Said picture={picture} persons={its.persons} />
          {remove && !picture.gone && (
            <div className="mt-2">
              <RemoveForm action={remove(picture.id)} submit={t("remove")} pending={t("removing")} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Picture({ picture: { id, gone, credit, width, height } }: { picture: DeskPicture }) {
  const t = useTranslations("desk.pictures");
  const frame = "flex h-48 w-full items-center justify-center border border-line bg-sheet";
  if (gone) return <p className={`${frame} text-muted`}>{t("gone")}</p>;
  return (
    <img
      src={`/api/pictures/${id}`}
      alt={t("alt", { credit })}
      width={width}
      height={height}
      className={`${frame} object-contain`}
    />
  );
}

function Said({ picture, persons }: { picture: DeskPicture; persons: DeskCase["persons"] }) {
  const t = useTranslations("desk.pictures");
  const shown = persons.filter(({ id }) => picture.shows.includes(id));
  const withheld = shown.some(
    ({ consents }) => !consents.some(({ withdrawnAt, scopes }) => !withdrawnAt && scopes.includes("picture")),
  );
  return (
    <>
      <p className="mt-1.5 wrap-anywhere" dir="auto">
        {picture.credit}
      </p>
      <p className="text-xs leading-5 wrap-anywhere text-muted">
        {shown.length > 0 ? t("showsLine", { people: shown.map(({ label }) => label).join(" · ") }) : t("showsNobody")}
      </p>
      {withheld && !picture.gone && <p className="text-xs leading-5 text-amber">{t("withheld")}</p>}
    </>
  );
}
