import { expectAccessible, expectNoSideScroll } from "./looks";
import { test } from "./test";
import { publicTour } from "./tour";

// One language whose words are long, one from right to left, and one that breaks only between words though its letters
// are wide. French and Spanish do what English does, Chinese breaks anywhere.
for (const locale of ["en", "ar", "ko"] as const) {
  test(`axe finds nothing on any public page, light and dark, and none scrolls sideways (${locale})`, async ({
    page,
    sending,
  }) => {
    test.slow();
    await publicTour(page, sending, locale, async (state) => {
      await expectAccessible(page, state);
      await expectNoSideScroll(page, state);
    });
  });
}
