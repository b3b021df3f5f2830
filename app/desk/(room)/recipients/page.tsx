import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { Empty } from "@/components/desk/empty";
import { languageName } from "@/components/desk/language-name";
import { LibraryTable } from "@/components/desk/library-table";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { RecipientLibrary } from "@/components/desk/recipient-library";
import { mayDo } from "@/lib/accounts/access";
import { withQuery } from "@/lib/accounts/return-path";
import { listCountries } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";
import { libraryPage, listLibraryPage, listTags } from "@/lib/library/queries";
import { librarySchema } from "@/lib/library/schema";
import { listGroups } from "@/lib/recipients/groups";
import { editCellAction } from "./actions";
import { LibraryLinks } from "./links";
import { libraryPath } from "./path";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.library");
  return { title: t("title") };
}

export default async function LibraryPage({ searchParams }: Props) {
  const asked = await searchParams;
  const actor = await requireActor(withQuery(libraryPath(), asked));
  const filter = librarySchema.parse(asked);
  const { lines, total } = await allowed(listLibraryPage(actor, filter));
  const [groups, tags] = await Promise.all([allowed(listGroups(actor)), allowed(listTags(actor))]);
  const edits = mayDo(actor, "recipients.manage");
  const t = await getTranslations("desk.library");
  const { page: _page, ...narrow } = filter;
  const nothing = total === 0 && Object.values(narrow).every((one) => one === "");
  const action = edits && (
    <LinkButton href={libraryPath("new")} look="main">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} action={action}>
        <LibraryLinks edits={edits} />
      </PageHead>
      {nothing ? (
        <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
      ) : (
        <RecipientLibrary
          filter={narrow}
          choices={{
            countries: listCountries("en"),
            languages: offeredLanguages.map((code) => ({ code, name: languageName(code) })),
            tags,
            groups,
          }}
          action={edits ? editCellAction : undefined}
        >
          <LibraryTable {...{ lines, total, filter }} perPage={libraryPage} />
        </RecipientLibrary>
      )}
    </>
  );
}
