import { ownLevel, ownShare, passagesOf } from "@/lib/letters/own-share";
import { afterTyping, type SignForm } from "./form";

/** How much of a letter is its writer's own, while they write. */
export function showOwnShare(form: SignForm): void {
  const meter = form.element.querySelector<HTMLElement>("[data-own-meter]");
  const gauge = meter?.querySelector("meter");
  const words = meter?.querySelector("p");
  if (!meter || !gauge || !words) return;
  const { ownMeter, example = "", like, partly, mostly } = meter.dataset;
  const start = words.textContent;
  const known = passagesOf([example]);
  afterTyping(form, () => {
    const share = ownShare(form.written(), known);
    const level = ownMeter === "paragraph" && share > 0 ? "partly" : ownLevel(share);
    gauge.value = share;
    words.textContent = form.touched() || share > 0 ? ({ like, partly, mostly }[level] ?? "") : start;
  });
}
