// What script adds to the form of an appeal; without it everything works. The name and country appear under the letter
// as they are typed, a field that is nearly full says so, and fields grow where the browser cannot do that by itself.
import { followCountry } from "./follow-country.js";

const form = document.querySelector("form[data-sign]");
const closing = form?.querySelector("[data-template]");
const nearlyFull = 300;
const language = document.documentElement.lang;

function fillClosing() {
  const { template, name, country } = closing.dataset;
  const chosen = form.elements.country;
  const known = chosen.value ? chosen.selectedOptions[0].text : country;
  const values = { name: shownName() || name, country: known };
  closing.textContent = template.replace(/\{(name|country)\}/g, (_, key) => values[key]);
}

function shownName() {
  const name = form.elements.name.value.trim();
  if (form.elements.disclosure.value !== "initials") return name;
  const words = name.split(/[\s-]+/).filter(Boolean);
  return words.map((word) => `${firstSign(word).toLocaleUpperCase(language)}.`).join(" ");
}

function firstSign(word) {
  if (!Intl.Segmenter) return [...word][0];
  return new Intl.Segmenter(language).segment(word).containing(0).segment;
}

function watchLength(area) {
  const note = area.parentElement.querySelector("[data-left]");
  const grow = !CSS.supports("field-sizing", "content");
  const update = () => {
    const left = area.maxLength - area.value.length;
    note.textContent =
      left < nearlyFull ? note.dataset.left.replace("#", new Intl.NumberFormat(language).format(left)) : "";
    if (grow) {
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight}px`;
    }
  };
  area.addEventListener("input", update);
  // Who comes back finds the fields as they were left, but only now: the browser fills them in after this script ran.
  addEventListener("pageshow", update);
}

if (form) followCountry(form);
if (form && closing) {
  form.addEventListener("input", fillClosing);
  addEventListener("pageshow", fillClosing);
  for (const area of form.querySelectorAll("textarea")) watchLength(area);
}
