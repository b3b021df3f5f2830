import { useTranslations } from "next-intl";
import type { OpenedSignature } from "@/lib/signatures/open-signature";
import { Moment } from "./moment";
import { State } from "./state";

/** Our own mails to the signer: which, and how far each got. */
export function SignatureMails({ mails }: Pick<OpenedSignature, "mails">) {
  const t = useTranslations("desk");
  return (
    <section aria-labelledby="mails">
      <h3 id="mails" className="mb-3 font-serif text-lg">
        {t("signature.mails")}
      </h3>
      {mails.length === 0 && <p className="text-muted">{t("signature.noMails")}</p>}
      <ul className="divide-y divide-line border-line not-empty:border-y">
        {mails.map(({ id, kind, state, stateAt }) => (
          <li key={id} className="flex flex-wrap gap-x-5 gap-y-1 py-2.5">
            <span className="min-w-[min(12rem,100%)]">{t(`mailKinds.${kind}`)}</span>
            <State of={state}>{t(`letterStates.${state}`)}</State>
            <span className="text-muted">
              <Moment at={stateAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
