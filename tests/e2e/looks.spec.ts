import { locales } from "@/lib/locales";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { test } from "./test";
import { publicTour } from "./tour";

for (const locale of locales) {
  test(`axe finds nothing on any public page, light and dark (${locale})`, async ({ page, sending }) => {
    test.slow();
    await publicTour(page, sending, locale, (state) => expectAccessible(page, state));
  });

  test(`no public page scrolls sideways on narrow screens (${locale})`, async ({ page, sending }) => {
    test.slow();
    await publicTour(page, sending, locale, (state) => expectNoSideScroll(page, state));
  });
}
