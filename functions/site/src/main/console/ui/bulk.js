import { patch } from "../base/api.js";
import { number } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { putInto } from "../base/query.js";
import { t } from "../texts.js";
import { say, sayFailure } from "./toast.js";

/** Rows of a list that a person chose. */
export function useChosen() {
  const [chosen, setChosen] = useState(new Set());
  return {
    chosen,
    toggle: (uuid) => setChosen((before) => new Set(before.has(uuid) ? [...before].filter((other) => other !== uuid) : [...before, uuid])),
    choose: (uuids) => setChosen(new Set(uuids)),
    clear: () => setChosen(new Set()),
  };
}

/** How many are chosen, and what can be done with them. */
export const ChosenBar = ({ count, children }) => count > 0 && html`<p class="line sumline"><b>${t("payment.select", { n: number(count) })}</b>${children}</p>`;

/** Does something with one record after the other, so that each has its own outcome; returns with how many it was done. */
export async function inTurn(rows, act) {
  let count = 0;
  for (const row of rows) {
    try {
      await act(row);
      count++;
    } catch (failure) {
      sayFailure(failure);
    }
  }
  return count;
}

/** Says with how many of all something was done. */
export const sayCount = (text, count, all) => say(t(text, { n: count, all }), { kind: count === all ? "ok" : "bad" });

/** Changes records of a list. `change` makes the fields of a record, or null if it has them. */
export async function changeAll(path, rows, change, list) {
  const count = await inTurn(rows, async (row) => {
    const fields = change(row);
    if (fields) putInto(list, await patch(`${path}/${row.uuid}`, fields, row.version));
  });
  sayCount("list.changed", count, rows.length);
}
