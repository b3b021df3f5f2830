import { useTranslations } from "next-intl";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";

type OtherOrganisationsProps = {
  others: { memberId: string; organisation: string }[];
  action: FormAction;
};

/** The ways to the other organisations of an account. */
export function OtherOrganisations({ others, action }: OtherOrganisationsProps) {
  const t = useTranslations("desk.rail");
  return (
    <ul>
      {others.map(({ memberId, organisation }) => (
        <li key={memberId} className="wrap-anywhere">
          <ActButton action={action} fields={{ id: memberId }} pending={t("going")} done="">
            {t("goTo", { organisation })}
          </ActButton>
        </li>
      ))}
    </ul>
  );
}
