import { useTranslations } from "next-intl";
import type { DeskInvitation } from "@/lib/accounts/member-queries";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";
import { FoldedWord } from "./folded-word";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** What can be done with an invitation, for those who may. */
export type InvitationActs = { resend: FormAction; withdraw: FormAction };

type InvitationTableProps = { invitations: DeskInvitation[]; acts?: InvitationActs };

/** Who was asked to become a member and has not answered yet. */
export function InvitationTable({ invitations, acts }: InvitationTableProps) {
  const t = useTranslations("desk");
  return (
    <Table
      caption={t("invitations.caption")}
      head={
        <>
          <Head>{t("members.email")}</Head>
          <Head>{t("members.role")}</Head>
          <Head>{t("invitations.by")}</Head>
          <Head>{t("invitations.until")}</Head>
          {acts && (
            <Head>
              <span className="sr-only">{t("invitations.acts")}</span>
            </Head>
          )}
        </>
      }
    >
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} acts={acts} />
      ))}
    </Table>
  );
}

function InvitationRow({ invitation, acts }: { invitation: DeskInvitation; acts?: InvitationActs }) {
  const t = useTranslations("desk");
  const { email, role, invitedBy, expiresAt, over } = invitation;
  return (
    <FoldedRow className="max-xl:grid">
      <RowHead className="font-semibold wrap-anywhere">{email}</RowHead>
      <Cell>{t(`roles.${role}`)}</Cell>
      <Cell className="max-xl:wrap-anywhere xl:min-w-36">
        <FoldedWord>{t("invitations.by")}</FoldedWord>
        {invitedBy ?? t("invitations.byNobody")}
      </Cell>
      <Cell className="xl:whitespace-nowrap">
        {over ? (
          <span className="text-amber">{t("invitations.over")}</span>
        ) : (
          <>
            <FoldedWord>{t("invitations.until")}</FoldedWord>
            <Moment at={expiresAt} />
          </>
        )}
      </Cell>
      {acts && (
        <Cell className="xl:text-end">
          <Acts invitation={invitation} {...acts} />
        </Cell>
      )}
    </FoldedRow>
  );
}

function Acts({ invitation: { id, email }, resend, withdraw }: { invitation: DeskInvitation } & InvitationActs) {
  const t = useTranslations("desk.invitations");
  return (
    <div className="inline-flex justify-end gap-x-5 max-xl:flex-wrap max-xl:justify-start xl:whitespace-nowrap">
      <ActButton
        action={resend}
        fields={{ id }}
        label={t("againTo", { email })}
        pending={t("sending")}
        done={t("sent")}
      >
        {t("again")}
      </ActButton>
      <ActButton
        action={withdraw}
        fields={{ id }}
        label={t("withdrawFrom", { email })}
        pending={t("withdrawing")}
        done=""
      >
        {t("withdraw")}
      </ActButton>
    </div>
  );
}
