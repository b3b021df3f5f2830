import { getRequestConfig } from "next-intl/server";
import { isLocale, locales } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = (await requestLocale) ?? "";
  const locale = isLocale(asked) ? asked : locales[0];
  return { locale, messages: loadMessages(locale), timeZone: "UTC" };
});
