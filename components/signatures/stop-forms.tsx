import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type StopFormsProps = {
  page: string;
  withdrawable: boolean;
  /** Which letters neither of them calls back. */
  children: ReactNode;
};

/** Withdraw and erase, each saying what it does before its button: behind a fold while the signature counts. */
export function StopForms({ page, withdrawable, children }: StopFormsProps) {
  const t = useTranslations("site.mine");
  const acts = withdrawable ? (["withdraw", "erase"] as const) : (["erase"] as const);
  return (
    <details open={!withdrawable}>
      <summary className="link min-h-11 cursor-pointer py-2">
        {t(withdrawable ? "stopTitle" : "eraseOnlyTitle")}
      </summary>
      <div className="mt-4 space-y-6">
        {children}
        {acts.map((act) => (
          <form key={act} method="post" action={page} className="space-y-2">
            <h2 className="font-semibold">{t(`${act}Title`)}</h2>
            <p>{t(act === "erase" && !withdrawable ? "eraseOnlyText" : `${act}Text`)}</p>
            <Button look={act === "erase" ? "grave" : "plain"} name="act" value={act}>
              {t(`${act}Button`)}
            </Button>
          </form>
        ))}
      </div>
    </details>
  );
}
