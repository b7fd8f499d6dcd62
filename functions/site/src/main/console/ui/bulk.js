import { patch } from "../base/api.js";
import { number } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { t } from "../texts.js";
import { say, sayFailure } from "./toast.js";

/** Rows of a list that a person chose. */
export function useChosen() {
  const [chosen, setChosen] = useState(new Set());
  return {
    chosen,
    toggle: (uuid) => setChosen((before) => new Set(before.has(uuid) ? [...before].filter((other) => other !== uuid) : [...before, uuid])),
    clear: () => setChosen(new Set()),
  };
}

/** How many are chosen, and what can be done with them. */
export const ChosenBar = ({ count, children }) => count > 0 && html`<p class="line sumline"><b>${t("payment.select", { n: number(count) })}</b>${children}</p>`;

/** Changes one after the other, so that each has its own outcome. `change` makes the fields of a record, or null if it has them. */
export async function changeAll(path, rows, change, list) {
  let count = 0;
  for (const row of rows) {
    const fields = change(row);
    try {
      const after = fields ? await patch(`${path}/${row.uuid}`, fields, row.version) : row;
      list.change((page) => ({ ...page, data: page.data.map((one) => (one.uuid === after.uuid ? { ...one, ...after } : one)) }));
      count++;
    } catch (failure) {
      sayFailure(failure);
    }
  }
  say(t("list.changed", { n: count, all: rows.length }), { kind: count === rows.length ? "ok" : "bad" });
}
