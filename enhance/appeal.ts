// What script adds to the public side; without it everything works. One module, bundled into public/appeal.js.
import { watchAreas } from "./areas";
import { countLetter } from "./budget";
import { fillClosing } from "./closing";
import { forgetDrafts, keepDraft } from "./draft";
import { followCountry } from "./follow-country";
import { findSignForm } from "./form";
import { markLines } from "./lines";
import { showOwnShare } from "./meter";

forgetDrafts();
const form = findSignForm();
if (form) {
  for (const enhance of [fillClosing, followCountry, watchAreas, markLines, countLetter, showOwnShare, keepDraft])
    enhance(form);
}
