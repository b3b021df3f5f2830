import { afterTyping, type SignForm, withNumber } from "./form";

/** From here on a letter is long: a page. One sign of Chinese or Korean says as much as two letters. */
const page = { letters: 2000, signs: 1000 };

/** How long the letter is, against what the strictest recipient takes; without a limit, when it gets too long to be read. */
export function countLetter(form: SignForm): void {
  const budget = form.element.querySelector<HTMLElement>("[data-budget]");
  const long = form.element.querySelector<HTMLElement>("[data-long]");
  const now = budget?.lastElementChild;
  afterTyping(form, () => {
    const written = form.written();
    const most = /\p{sc=Han}|\p{sc=Hang}|\p{sc=Kana}/u.test(written) ? page.signs : page.letters;
    if (long) long.textContent = Array.from(written).length > most && form.touched() ? (long.dataset.long ?? "") : "";
    if (!budget || !now) return;
    const length = Number(budget.dataset.fixed) + Array.from(written).length;
    const over = length - Number(budget.dataset.budget);
    now.textContent = over > 0 ? withNumber(budget.dataset.over, over) : withNumber(budget.dataset.now, length);
    now.classList.toggle("text-brick", over > 0);
  });
}
