import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import {
  recordConsentAction,
  removePersonAction,
  savePersonAction,
} from "@/app/desk/(room)/cases/[id]/persons/actions";
import { casePath, editablePerson } from "@/app/desk/(room)/cases/editable";
import { requireActor } from "@/app/desk/actor";
import { ConsentForm } from "@/components/cases/consent-form";
import { ConsentList } from "@/components/cases/consent-list";
import { PersonForm } from "@/components/cases/person-form";
import { RemoveForm } from "@/components/cases/remove-form";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";

type Props = { params: Promise<{ id: string; person: string }> };

// A name in the title would stay in the browser's history.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.persons");
  return { title: t("title") };
}

export default async function PersonPage({ params }: Props) {
  const { id, person: personId } = await params;
  const actor = await requireActor(casePath(id, "persons", personId));
  const person = await editablePerson(actor, id, personId);
  const t = await getTranslations("desk");
  return (
    <>
      <PageHead title={person.label} back={{ href: casePath(id), label: t("cases.backToCase") }}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("persons.lead")}</p>
      </PageHead>
      <div className="grid items-start gap-x-14 gap-y-10 lg:grid-cols-2">
        <div className="space-y-10">
          <Section id="consent" title={t("consents.title")}>
            <ConsentList consents={person.consents} />
            {person.consents.some(({ withdrawnAt }) => !withdrawnAt) && (
              <>
                <p className="mt-4 max-w-[62ch] text-muted">{t("consents.withdrawHint")}</p>
                <Link href={casePath(id, "persons", personId, "withdraw")} className="link font-semibold">
                  {t("consents.withdraw")}
                </Link>
              </>
            )}
          </Section>
          <Section id="record" title={t("consents.recordTitle")}>
            <ConsentForm action={recordConsentAction.bind(null, id, personId)} keep={`consent:${personId}`} />
          </Section>
        </div>
        <div className="space-y-10">
          <Section id="facts" title={t("persons.facts")}>
            <PersonForm action={savePersonAction.bind(null, id, personId)} keep={`person:${personId}`} given={person} />
          </Section>
          <Section id="remove" title={t("persons.removeTitle")}>
            <p className="mb-3 max-w-[62ch] text-muted">{t("persons.removeHint")}</p>
            <RemoveForm
              action={removePersonAction.bind(null, id, personId)}
              submit={t("persons.remove")}
              pending={t("persons.removing")}
            />
          </Section>
        </div>
      </div>
    </>
  );
}
