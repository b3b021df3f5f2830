import { useTranslations } from "next-intl";
import { encode } from "uqr";

/** The secret of an authenticator app: as a picture drawn here, as a link, and as text. */
export function TotpSecret({ secret, uri }: { secret: string; uri: string }) {
  const t = useTranslations("desk.secondFactor");
  return (
    <div className="flex flex-wrap items-start gap-6">
      <QrCode text={uri} label={t("picture")} />
      <div className="min-w-0 flex-1 basis-56">
        <p>{t("byHand")}</p>
        <p className="mt-2 font-mono text-base wrap-anywhere">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
        <p className="mt-3">
          <a href={uri} className="link">
            {t("onThisDevice")}
          </a>
        </p>
      </div>
    </div>
  );
}

/** A code is read dark on light only: it stays so in the dark. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className="size-48" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join("")} fill="#000" />
    </svg>
  );
}
