import { useTranslations } from "next-intl";
import type { HeldPasskey } from "@/lib/accounts/second-factor-queries";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";
import { FoldedWord } from "./folded-word";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "./table";

/** The passkeys of an account. `remove` is missing until their owner has said again that it is them. */
export function PasskeyList({ passkeys, remove }: { passkeys: HeldPasskey[]; remove: FormAction | undefined }) {
  const t = useTranslations("desk.passkeys");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>{t("passkey")}</Head>
          <Head>{t("since")}</Head>
          <Head>{t("used")}</Head>
          {remove && (
            <Head>
              <span className="sr-only">{t("remove")}</span>
            </Head>
          )}
        </>
      }
    >
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <FoldedRow key={id} className="max-xl:grid">
          <RowHead className="font-semibold wrap-anywhere">{name}</RowHead>
          <Cell>
            <FoldedWord>{t("since")}</FoldedWord>
            <Moment at={createdAt} />
          </Cell>
          <Cell>
            <FoldedWord>{t("used")}</FoldedWord>
            {usedAt ? <Moment at={usedAt} /> : t("never")}
          </Cell>
          {remove && (
            <Cell className="xl:text-end">
              <ActButton
                action={remove}
                fields={{ id }}
                pending={t("removing")}
                done=""
                label={t("removeWhich", { name })}
              >
                {t("remove")}
              </ActButton>
            </Cell>
          )}
        </FoldedRow>
      ))}
    </Table>
  );
}
