import { useTranslations } from "next-intl";
import type { PostTime } from "@/lib/letters/post-time";

/** How long a letter by post takes and, where there is a deadline, whether it comes before it. */
export function PostTimeLine({ time: { reach, fits } }: { time: PostTime }) {
  const t = useTranslations("channels.post");
  const late = fits === "may-be-late" || fits === "too-late";
  return (
    <p className={late ? "text-sm text-amber" : "text-sm text-muted"}>
      {t(reach)}
      {fits !== "open" && ` ${t(fits)}`}
    </p>
  );
}
