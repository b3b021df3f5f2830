import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { Empty } from "@/components/desk/empty";
import { InvitationTable } from "@/components/desk/invitation-table";
import { MemberTable } from "@/components/desk/member-table";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { listInvitations, listMembers } from "@/lib/accounts/member-queries";
import { capturesMail } from "@/lib/delivery/open-outbox";
import { resendAction, withdrawAction } from "./actions";

type Props = { searchParams: Promise<{ done?: unknown }> };

const changes = ["invited", "changed", "rights", "reset", "removed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.members");
  return { title: t("title") };
}

export default async function MembersPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/members");
  const manage = mayDo(actor, "members.manage");
  const [members, invitations] = await Promise.all([allowed(listMembers(actor)), allowed(listInvitations(actor))]);
  const { done } = await searchParams;
  const change = changes.find((one) => one === done);
  const told = change === "invited" && capturesMail() ? "captured" : change;
  const t = await getTranslations("desk");
  const invite = manage && (
    <LinkButton look="main" href="/desk/members/invite">
      {t("members.invite")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("members.title")} action={invite}>
        {told && (
          <p role="status" className="mt-3 max-w-[62ch] font-semibold text-moss">
            ✓ {t(`members.done.${told}`)}
          </p>
        )}
      </PageHead>
      <MemberTable members={members} manage={manage} />
      <p className="mt-4 max-w-[62ch] text-xs leading-5 text-muted">{t("members.note")}</p>
      <section aria-labelledby="invitations" className="mt-10">
        <h2 id="invitations" className="mb-1 font-serif text-lg">
          {t("invitations.title")}
        </h2>
        {invitations.length === 0 ? (
          <Empty>{t(manage ? "invitations.emptyOwner" : "invitations.empty")}</Empty>
        ) : (
          <InvitationTable
            invitations={invitations}
            acts={manage ? { resend: resendAction, withdraw: withdrawAction } : undefined}
          />
        )}
      </section>
    </>
  );
}
