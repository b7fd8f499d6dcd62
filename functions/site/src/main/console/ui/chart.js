import { html } from "../base/lib.js";

const HEIGHT = 180;
const FOOT = 20;
const LEFT = 54;
const WIDTHS = { narrow: 360, wide: 720 };
const ROOM_OF_LABEL = 84;
const TICKS = 4;

/** Round values up to the largest one: 1, 2 or 5, and zeros. */
function ticksOf(most) {
  const rough = most / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) * power;
  return Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step);
}

/** Bars of one series, and a dashed line of the period before. The table after it has the same figures for readers. */
export function Bars({ points, before, label, text, brief, title }) {
  const width = matchMedia("(max-width: 760px)").matches ? WIDTHS.narrow : WIDTHS.wide;
  const most = Math.max(1, ...points.map(({ value }) => value), ...before.map(({ value }) => value));
  const step = (width - LEFT) / Math.max(1, points.length);
  const x = (at) => LEFT + at * step;
  const y = (value) => HEIGHT - (value / most) * (HEIGHT - 12);
  const every = Math.ceil(points.length / Math.floor((width - LEFT) / ROOM_OF_LABEL));
  const line = before.slice(0, points.length).map(({ value }, at) => `${at === 0 ? "M" : "L"}${x(at + 0.5)} ${y(value)}`).join("");
  return html`<figure class="chart"><svg viewBox="0 0 ${width} ${HEIGHT + FOOT}" role="img" aria-label=${title}>
      ${ticksOf(most).map((tick) => html`<g key=${tick}><path class="grid" d=${`M${LEFT} ${y(tick)}H${width}`} /><text x=${LEFT - 8} y=${y(tick) + 4} text-anchor="end">${brief(tick)}</text></g>`)}
      ${points.map(({ start, value }, at) => html`<g key=${start}><rect class="column-bar" x=${x(at + 0.18)} y=${y(value)} width=${step * 0.64} height=${HEIGHT - y(value)} rx="2"><title>${label(start)}: ${text(value)}</title></rect>
        ${at % every === 0 && html`<text x=${x(at + 0.5)} y=${HEIGHT + 15} text-anchor="middle">${label(start)}</text>`}</g>`)}
      <path class="before" d=${line} /><path class="base" d=${`M${LEFT} ${HEIGHT}H${width}`} /></svg>
    <table class="hidden"><caption>${title}</caption><tbody>${points.map(({ start, value }, at) => html`<tr key=${start}><th scope="row">${label(start)}</th><td>${text(value)}</td><td>${before[at] ? text(before[at].value) : ""}</td></tr>`)}</tbody></table></figure>`;
}

/** One bar of shares; each part leads to its records. */
export const Shares = ({ parts, label }) => {
  const sum = parts.reduce((all, { value }) => all + value, 0) || 1;
  let x = 0;
  return html`<figure class="shares"><svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">${parts.map(({ key, value, kind }) => {
    const width = (1000 * value) / sum;
    const rect = html`<rect key=${key} class=${kind} x=${x} width=${Math.max(0, width - 3)} height="14" rx="2" />`;
    x += width;
    return rect;
  })}</svg><ul aria-label=${label}>${parts.map(({ key, draw, text, link }) => html`<li key=${key}><a href=${link}>${draw}</a><b>${text}</b></li>`)}</ul></figure>`;
};
