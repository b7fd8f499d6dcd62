import { clock, number } from "../base/format.js";
import { html } from "../base/lib.js";
import { t } from "../texts.js";

const HEIGHT = 56;
const WIDTH = 1000;

/** The calls of the last hours: failed ones above those that succeeded. The table after it has the same figures for readers. */
export function Hours({ stats: { hours, complete } }) {
  const most = Math.max(1, ...hours.map(({ succeeded, failed }) => succeeded + failed));
  const step = WIDTH / hours.length;
  const height = (count) => (HEIGHT * count) / most;
  const sum = (field) => hours.reduce((all, hour) => all + hour[field], 0);
  const summary = t("hook.hourly", { n: number(sum("succeeded") + sum("failed")), failed: number(sum("failed")), again: number(sum("retried")), hours: hours.length });
  return html`<figure class="strip"><figcaption>${summary}${!complete && html` · ${t("hook.newest")}`}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT + 8}" preserveAspectRatio="none" role="img" aria-label=${summary}>${hours.map(({ start, succeeded, failed, p95_ms }, at) => html`<g key=${start}><title>${title(start, succeeded, failed, p95_ms)}</title>
      <rect class="slot" x=${at * step} y="0" width=${step} height=${HEIGHT + 8} />
      <rect class="bar succeeded" x=${at * step + step * 0.2} y=${HEIGHT - height(succeeded)} width=${step * 0.6} height=${height(succeeded)} />
      <rect class="bar failed" x=${at * step + step * 0.2} y=${HEIGHT - height(succeeded + failed)} width=${step * 0.6} height=${height(failed)} /></g>`)}
      <path class="base" d=${`M0 ${HEIGHT}H${WIDTH}`} /></svg>
    <table class="hidden"><caption>${summary}</caption><tbody>${hours.map(({ start, succeeded, failed, p95_ms }) => html`<tr key=${start}><th scope="row">${clock(new Date(start))}</th><td>${title(start, succeeded, failed, p95_ms)}</td></tr>`)}</tbody></table></figure>`;
}

const title = (start, succeeded, failed, p95) => t("hook.hour", { time: clock(new Date(start)), n: number(succeeded), failed: number(failed), ms: p95 === null ? "–" : number(p95) });
