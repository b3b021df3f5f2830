import { useTranslations } from "next-intl";
import { SiteScript } from "@/components/site/site-script";
import { Button } from "@/components/ui/button";
import type { Offer } from "@/lib/sharing/offer";

/**
 * The ways to pass an appeal on: plain links to forms of others, which learn the request and its address and not who came from
 * where. Two buttons work by script alone, and appear with it.
 */
export function PassOn({ offer }: { offer: Offer }) {
  const t = useTranslations("sharing.share");
  const thanks = useTranslations("site.thanks");
  const { request, address, links, path } = offer;
  return (
    <div data-share="" data-text={request} data-address={address} className="space-y-4">
      <p className="max-w-[62ch]">{thanks("shareText")}</p>
      <div>
        <label htmlFor="share-address" className="sr-only">
          {t("address")}
        </label>
        <div className="flex flex-wrap gap-2">
          <input
            id="share-address"
            readOnly
            value={address}
            dir="ltr"
            className="min-h-11 min-w-0 grow basis-64 rounded-sm border border-edge bg-sheet px-3 text-sm text-ink"
          />
          <Button
            type="button"
            hidden
            data-copy-address=""
            data-done={t("copied")}
            data-failed={t("failed")}
            className="text-sm"
          >
            {t("copy")}
          </Button>
          <Button type="button" hidden data-native="" className="text-sm">
            {t("native")}
          </Button>
        </div>
        <p role="status" data-told="" className="mt-1 text-sm text-muted" />
      </div>
      <ul aria-label={t("links")} className="flex flex-wrap gap-x-5 text-sm">
        {links.map(({ target, href }) => (
          <li key={target}>
            <a href={href} target="_blank" rel="noreferrer noopener" className="link-line">
              {t(`targets.${target}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className="max-w-[62ch] text-sm text-muted">
        {t("window")} {t("signal")}
      </p>
      <MastodonForm offer={offer} />
      <ul className="flex flex-wrap gap-x-5 text-sm">
        <li>
          <a href={`${path}/poster`} className="link-line">
            {t("poster")}
          </a>
        </li>
        <li>
          <a href={`${path}/qr`} className="link-line">
            {t("code")}
          </a>
        </li>
      </ul>
      <SiteScript />
    </div>
  );
}

/** Everybody there has a server of their own, so it has to be asked for. */
function MastodonForm({ offer: { path, partner } }: { offer: Offer }) {
  const t = useTranslations("sharing.share");
  return (
    <form method="get" action={`${path}/mastodon`} className="max-w-md">
      {partner && <input type="hidden" name="via" value={partner} />}
      <label htmlFor="share-server" className="text-sm font-semibold">
        {t("server")}
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id="share-server"
          name="server"
          required
          maxLength={253}
          placeholder="mastodon.social"
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          className="min-h-11 min-w-0 grow basis-40 rounded-sm border border-edge bg-sheet px-3 text-sm text-ink placeholder:text-muted placeholder:opacity-100"
        />
        <Button className="text-sm">{t("serverButton")}</Button>
      </div>
    </form>
  );
}
