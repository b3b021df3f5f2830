// What script adds to the public side; without it everything works. One module, bundled into public/appeal.js.
import { watchAreas } from "./areas";
import { countLetter } from "./budget";
import { fillClosing } from "./closing";
import { offerCopies } from "./copy";
import { forgetDrafts, keepDraft } from "./draft";
import { followCountry } from "./follow-country";
import { findSignForm } from "./form";
import { tellHeight } from "./frame";
import { markLines } from "./lines";
import { showOwnShare } from "./meter";
import { offerPrinting } from "./print";
import { offerSharing } from "./share";

tellHeight();
forgetDrafts();
offerCopies();
offerPrinting();
offerSharing();
const form = findSignForm();
if (form) {
  for (const enhance of [fillClosing, followCountry, watchAreas, markLines, countLetter, showOwnShare, keepDraft])
    enhance(form);
}
