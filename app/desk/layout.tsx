import "@/app/desk/desk.css";
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { loadMessages } from "@/lib/messages";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return {
    title: { default: t("product"), template: t("title", { page: "%s" }) },
    robots: { index: false, follow: false },
  };
}

export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="min-h-dvh">
        <NextIntlClientProvider messages={{ desk: loadMessages("en").desk }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
