import { html } from "../base/lib.js";

const WIDTH = 720;
const HEIGHT = 180;
const FOOT = 20;

/** Bars of one series, and a dashed line of the period before. The table after it has the same figures for readers. */
export function Bars({ points, before, label, text, title }) {
  const most = Math.max(1, ...points.map(({ value }) => value), ...before.map(({ value }) => value));
  const step = WIDTH / Math.max(1, points.length);
  const y = (value) => HEIGHT - (value / most) * (HEIGHT - 8);
  const every = Math.ceil(points.length / 8);
  const line = before.slice(0, points.length).map(({ value }, at) => `${at === 0 ? "M" : "L"}${(at + 0.5) * step} ${y(value)}`).join("");
  return html`<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${HEIGHT + FOOT}" role="img" aria-label=${title}>
      ${[0.25, 0.5, 0.75].map((share) => html`<path class="grid" d=${`M0 ${HEIGHT * share}H${WIDTH}`} />`)}
      ${points.map(({ start, value }, at) => html`<g key=${start}><rect class="column-bar" x=${at * step + step * 0.18} y=${y(value)} width=${step * 0.64} height=${HEIGHT - y(value)} rx="2"><title>${label(start)}: ${text(value)}</title></rect>
        ${at % every === 0 && html`<text x=${(at + 0.5) * step} y=${HEIGHT + 15} text-anchor="middle">${label(start)}</text>`}</g>`)}
      <path class="before" d=${line} /><path class="base" d=${`M0 ${HEIGHT}H${WIDTH}`} /></svg>
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
