import { number } from "../base/format.js";
import { html } from "../base/lib.js";
import { t } from "../texts.js";

const SLOTS = 50;
const HEIGHT = 56;
const LEAST = 18;

export const lastOf = (delivery) => delivery.attempts.at(-1);
const median = (values) => (values.length ? values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] : null);

/** The last deliveries, oldest first: the height is the time of the reply, the colour the outcome, a line below a retry. */
export function Strip({ deliveries, chosen, pick }) {
  const shown = deliveries.slice(0, SLOTS).toReversed();
  const times = shown.map((one) => lastOf(one)?.latency_ms ?? 0);
  const longest = Math.max(1, ...times);
  const done = shown.filter(({ status }) => status !== "pending");
  const good = done.filter(({ status }) => status === "succeeded").length;
  const again = shown.filter(({ status, attempts }) => status === "succeeded" && attempts.length > 1).length;
  const step = 1000 / SLOTS;
  const summary = t("hook.strip", { n: number(Math.round((100 * good) / Math.max(1, done.length))), ms: number(median(times.filter(Boolean)) ?? 0), last: shown.length, again: number(again) });
  return html`<figure class="strip"><figcaption>${summary}</figcaption>
    <svg viewBox="0 0 1000 ${HEIGHT + 8}" preserveAspectRatio="none" role="img" aria-label=${summary}>${shown.map((one, at) => {
      const height = LEAST + (HEIGHT - LEAST) * ((lastOf(one)?.latency_ms ?? 0) / longest);
      const x = (SLOTS - shown.length + at) * step;
      return html`<g key=${one.uuid} onClick=${() => pick(one)}>
        <rect class="slot${chosen === one.uuid ? " on" : ""}" x=${x} y="0" width=${step} height=${HEIGHT + 8} />
        <rect class="bar ${one.status}" x=${x + step * 0.2} y=${HEIGHT - height} width=${step * 0.6} height=${height} rx="2" />
        ${one.attempts.length > 1 && html`<rect class="retried" x=${x + step * 0.2} y=${HEIGHT + 4} width=${step * 0.6} height="3" />`}</g>`;
    })}</svg></figure>`;
}
