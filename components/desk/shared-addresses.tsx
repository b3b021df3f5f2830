import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SharedAddress } from "@/lib/recipients/shared-addresses";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";
import { Section } from "./section";

type SharedAddressesProps = {
  shared: SharedAddress[];
  countries: Record<string, string>;
  acts: { apart: FormAction; propose: FormAction };
};

/** Offices of different titles that share an address, each group once; those that a member said are different, folded. */
export function SharedAddresses({ shared, countries, acts }: SharedAddressesProps) {
  const t = useTranslations("desk.merge");
  const open = shared.filter(({ apart }) => !apart);
  const apart = shared.filter((one) => one.apart);
  return (
    <Section id="shared" title={t("sharedTitle")}>
      <p className="mb-4 max-w-[62ch] text-muted">{t("sharedLead")}</p>
      {open.length === 0 ? (
        <p className="text-muted">{t("sharedNone")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {open.map((one) => (
            <Group key={one.id} {...{ one, countries }}>
              <ActButton
                action={acts.apart}
                fields={{ address: one.id, seen: one.seen }}
                pending={t("keeping")}
                done={t("kept")}
                label={`${t("different")}: ${shown(one)}`}
              >
                {t("different")}
              </ActButton>
            </Group>
          ))}
        </ul>
      )}
      {apart.length > 0 && (
        <details className="mt-4">
          <summary className="link flex min-h-11 w-fit cursor-pointer items-center">
            {t("apart", { count: apart.length })}
          </summary>
          <ul className="divide-y divide-line border-y border-line">
            {apart.map((one) => (
              <Group key={one.id} {...{ one, countries }}>
                <ActButton
                  action={acts.propose}
                  fields={{ address: one.id }}
                  pending={t("proposing")}
                  done={t("proposed")}
                  label={`${t("propose")}: ${shown(one)}`}
                >
                  {t("propose")}
                </ActButton>
              </Group>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

type GroupProps = { one: SharedAddress; countries: Record<string, string>; children: React.ReactNode };

function Group({ one, countries, children }: GroupProps) {
  const t = useTranslations("desk.merge");
  const { offices, count, joined } = one;
  const [first] = offices;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4">
      <div className="min-w-0 flex-[1_1_20rem]">
        <p className="font-semibold wrap-anywhere">{t("shares", { count, address: shown(one) })}</p>
        {joined && <p className="text-amber">{t("joined")}</p>}
        <ul className="mt-1">
          {offices.map(({ id, short, country }) => (
            <li key={id} className="wrap-anywhere">
              <Link href={`/desk/recipients/${id}`} prefetch={false} className="link">
                {short}
              </Link>{" "}
              <span className="text-muted">· {countries[country] ?? country}</span>
              {first && id !== first.id && (
                <>
                  {" · "}
                  <Link href={`/desk/recipients/${first.id}/merge?with=${id}`} prefetch={false} className="link">
                    {t("mergeWith", { name: first.short })}
                  </Link>
                </>
              )}
            </li>
          ))}
          {count > offices.length && (
            <li className="text-muted">{t("sharedMore", { count: count - offices.length })}</li>
          )}
        </ul>
      </div>
      {children}
    </li>
  );
}

function shown({ value }: SharedAddress): string {
  return value.replaceAll("\n", ", ");
}
