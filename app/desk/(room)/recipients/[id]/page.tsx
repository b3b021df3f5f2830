import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { choices } from "@/app/desk/(room)/campaigns/[id]/recipients/choices";
import { libraryPath } from "@/app/desk/(room)/recipients/path";
import { saveAction, undoManyAction } from "@/app/desk/(room)/recipients/actions";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { DoneNotice } from "@/components/desk/done-notice";
import { OfficeFacts } from "@/components/desk/office-facts";
import { PageHead } from "@/components/desk/page-head";
import { RecipientForm } from "@/components/desk/recipient-form";
import { Section } from "@/components/desk/section";
import { mayDo } from "@/lib/accounts/access";
import { countryName } from "@/lib/format";
import { carriedChannels } from "@/lib/recipients/carried";
import { recipientFields, textLanguages } from "@/lib/recipients/form";
import { listGroups } from "@/lib/recipients/groups";
import { getOffice } from "@/lib/recipients/office";
import { getRecipient } from "@/lib/recipients/queries";
import { recipientActs } from "@/lib/recipients/undo-recipients";
import { findDone } from "@/lib/undo/queries";
import { officeActs } from "./acts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.recipient");
  return { title: t("title") };
}

export default async function OfficePage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(libraryPath(id));
  const office = await allowed(getOffice(actor, id));
  if ("mergedInto" in office) redirect(libraryPath(office.mergedInto));
  const edits = mayDo(actor, "recipients.manage");
  const done = await allowed(findDone(actor, (await searchParams).did, recipientActs));
  const recipient = edits ? await allowed(getRecipient(actor, id)) : null;
  const t = await getTranslations("desk.office");
  const has = office.languages;
  return (
    <>
      <DoneNotice done={done} action={undoManyAction} />
      <PageHead
        title={office.name}
        lead={`${office.title} · ${countryName(office.country, "en")}`}
        back={{ href: libraryPath(), label: t("back") }}
      />
      <OfficeFacts
        office={office}
        groups={await allowed(listGroups(actor))}
        carried={carriedChannels()}
        acts={edits ? officeActs(office, mayDo(actor, "recipients.release")) : undefined}
      />
      {recipient && (
        <div className="mt-12 print:hidden">
          <Section id="details" title={t("details")}>
            <RecipientForm
              {...choices(textLanguages(has.includes("en") ? "en" : (has[0] ?? "en"), [], has))}
              action={saveAction.bind(null, id)}
              initial={recipientFields(recipient)}
              keep={`recipient:${id}`}
              seen={recipient.seen}
              back={libraryPath()}
            />
          </Section>
        </div>
      )}
    </>
  );
}
