import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DeskMember } from "@/lib/accounts/member-queries";
import { FoldedWord } from "./folded-word";
import { formatDay } from "./formats";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** Who belongs to the organisation. @param manage whether each line leads to where its member can be changed */
export function MemberTable({ members, manage }: { members: DeskMember[]; manage: boolean }) {
  const t = useTranslations("desk.members");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>{t("name")}</Head>
          <Head>{t("email")}</Head>
          <Head>{t("role")}</Head>
          <Head>{t("since")}</Head>
          <Head>{t("seen")}</Head>
          {manage && (
            <Head>
              <span className="sr-only">{t("change")}</span>
            </Head>
          )}
        </>
      }
    >
      {members.map((member) => (
        <MemberRow key={member.id} member={member} manage={manage} />
      ))}
    </Table>
  );
}

function MemberRow({ member, manage }: { member: DeskMember; manage: boolean }) {
  const t = useTranslations("desk");
  const { id, name, email, role, since, seenAt, self } = member;
  return (
    <FoldedRow className="max-xl:grid max-xl:grid-cols-[1fr_auto] max-xl:gap-x-4">
      <RowHead className="font-semibold wrap-anywhere">
        {name}
        {self && <span className="font-normal text-muted"> · {t("members.you")}</span>}
      </RowHead>
      <Cell className="wrap-anywhere max-xl:order-2 max-xl:col-span-2">{email}</Cell>
      <Cell className="max-xl:order-3 max-xl:col-span-2">{t(`roles.${role}`)}</Cell>
      <Cell className="xl:whitespace-nowrap max-xl:order-3 max-xl:col-span-2">
        <FoldedWord>{t("members.since")}</FoldedWord>
        <time dateTime={since.toISOString()}>{formatDay(since)}</time>
      </Cell>
      <Cell className="xl:whitespace-nowrap max-xl:order-3 max-xl:col-span-2">
        <FoldedWord>{t("members.seen")}</FoldedWord>
        {seenAt ? <Moment at={seenAt} /> : <span className="text-muted">{t("members.neverSeen")}</span>}
      </Cell>
      {manage && (
        <Cell className="text-end max-xl:order-1">
          <Link
            href={`/desk/members/${id}`}
            prefetch={false}
            aria-label={t("members.changeWhom", { name })}
            className="text-blue hover:underline"
          >
            {t("members.change")}
          </Link>
        </Cell>
      )}
    </FoldedRow>
  );
}
