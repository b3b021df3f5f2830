import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { DoneNotice } from "@/components/desk/done-notice";
import { Empty } from "@/components/desk/empty";
import { languageName } from "@/components/desk/language-name";
import { LibraryActs } from "@/components/desk/library-acts";
import { LibraryTable } from "@/components/desk/library-table";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { RecipientLibrary } from "@/components/desk/recipient-library";
import { TickList } from "@/components/desk/tick-list";
import { mayDo } from "@/lib/accounts/access";
import { withQuery } from "@/lib/accounts/return-path";
import { listCountries } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";
import { findDone } from "@/lib/undo/queries";
import { recipientActs } from "@/lib/recipients/undo-recipients";
import { libraryPage, listLibraryPage, listTags } from "@/lib/library/queries";
import { libraryActs, libraryQuery, librarySchema } from "@/lib/library/schema";
import { listGroups } from "@/lib/recipients/groups";
import { editCellAction, manyAction, undoManyAction } from "./actions";
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
  const done = await allowed(findDone(actor, asked.did, recipientActs));
  const did = done ? `${done.id} ${done.undone}` : "";
  const acts = libraryActs.filter((act) => act !== "lift" || mayDo(actor, "recipients.release"));
  const t = await getTranslations("desk.library");
  const query = new URLSearchParams(libraryQuery(filter)).toString();
  const { page: _page, ...narrow } = filter;
  const nothing = total === 0 && Object.values(narrow).every((one) => one === "");
  const action = edits && (
    <LinkButton href={libraryPath("new")} look="main">
      {t("new")}
    </LinkButton>
  );
  const table = <LibraryTable {...{ lines, total, filter }} perPage={libraryPage} />;
  return (
    <>
      <DoneNotice done={done} action={undoManyAction} />
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
          done={did}
          many={edits ? { action: manyAction, acts } : undefined}
        >
          {edits ? (
            <TickList
              key={query}
              action={manyAction}
              filter={query}
              total={total}
              listed={lines.length}
              words={{ submit: t("many.submit"), pending: t("many.pending") }}
              done={did}
              fields={<LibraryActs {...{ acts, tags, groups }} />}
            >
              {table}
            </TickList>
          ) : (
            table
          )}
        </RecipientLibrary>
      )}
    </>
  );
}
