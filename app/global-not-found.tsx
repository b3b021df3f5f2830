import "@/app/site.css";
import type { Metadata } from "next";
import { loadMessages } from "@/lib/messages";

const { home, codes } = loadMessages("en").status;
const { title, text } = codes[404];

export const metadata: Metadata = { title };

/** For addresses outside everything. On the public side the front door sends the status page in its place. */
export default function GlobalNotFound() {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-2xl space-y-5 px-5 py-16">
          <h1 className="font-serif text-3xl font-semibold">{title}</h1>
          <p className="text-lg">{text}</p>
          <p>
            <a href="/en" className="link">
              {home}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
