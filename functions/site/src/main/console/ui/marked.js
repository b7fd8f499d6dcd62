import { html } from "../base/lib.js";

// A small part of Markdown, made of elements and never of HTML: paragraphs, lists, **bold**, `code`, and links to http(s).
const SPANS = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function spans(text) {
  const parts = [];
  let last = 0;
  for (const found of text.matchAll(SPANS)) {
    parts.push(text.slice(last, found.index), span(found));
    last = found.index + found[0].length;
  }
  return [...parts, text.slice(last)];
}

const span = ([, bold, code, text, link]) =>
  bold ? html`<b>${bold}</b>` : code ? html`<code>${code}</code>` : html`<a href=${link} rel="noopener noreferrer" target="_blank">${text}</a>`;

/** The elements of a note. */
export const marked = (text) =>
  text.split(/\n{2,}/).map((block) => {
    const lines = block.split("\n");
    const isList = lines.every((line) => /^\s*[-*] /.test(line));
    return isList ? html`<ul>${lines.map((line) => html`<li>${spans(line.replace(/^\s*[-*] /, ""))}</li>`)}</ul>` : html`<p>${spans(block)}</p>`;
  });
