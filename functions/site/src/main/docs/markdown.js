import { html } from "../console/base/lib.js";

const INLINE = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\([^)]+\))/;

function inline(text) {
  return text.split(INLINE).map((part) => {
    if (part.startsWith("`")) {
      return html`<code>${part.slice(1, -1)}</code>`;
    }
    if (part.startsWith("**")) {
      return html`<b>${part.slice(2, -2)}</b>`;
    }
    if (part.startsWith("*") && part.length > 1) {
      return html`<em>${part.slice(1, -1)}</em>`;
    }
    const link = part.match(/^\[([^\]]+)\]\((https?:[^)]+)\)$/);
    return link ? html`<a href=${link[2]} rel="noreferrer">${link[1]}</a>` : part.replace(/^\[([^\]]+)\]\([^)]+\)$/, "$1");
  });
}

const cells = (line) => line.slice(1, -1).split("|").map((cell) => inline(cell.trim()));

function Table({ lines }) {
  const [head, , ...rows] = lines;
  return html`<div class="tablebox" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${cells(head).map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${cells(row).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** Paragraphs, lists and tables with code, bold and links. The text is never taken for HTML. */
export function Text({ text }) {
  return (text ?? "").split(/\n\s*\n/).filter((block) => block.trim()).map((block) => {
    const lines = block.trim().split("\n");
    if (lines[0].startsWith("|")) {
      return html`<${Table} lines=${lines} />`;
    }
    if (lines[0].startsWith("- ")) {
      const points = block.trim().split(/\n(?=- )/);
      return html`<ul class="text">${points.map((point) => html`<li>${inline(point.slice(2))}</li>`)}</ul>`;
    }
    return html`<p>${inline(lines.join(" "))}</p>`;
  });
}
