import { Failure, post } from "../base/api.js";
import { useBusy } from "../base/busy.js";
import { number } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { putInto } from "../base/query.js";
import { t } from "../texts.js";
import { update } from "./edit.js";
import { sentence } from "./states.js";
import { say, sayFailure } from "./toast.js";

// The API takes so many changes at once.
const MOST_TOGETHER = 50;
const MOST_TRIES = 3;

/** Rows of a list that a person chose. `run` does something with them, not twice at a time; what returns as failed stays chosen. */
export function useChosen() {
  const [chosen, setChosen] = useState(new Set());
  const [busy, once] = useBusy();
  const choose = (rows) => setChosen(new Set(rows.map(({ uuid }) => uuid)));
  return {
    chosen,
    busy,
    choose,
    toggle: (uuid) => setChosen((before) => new Set(before.has(uuid) ? [...before].filter((other) => other !== uuid) : [...before, uuid])),
    run: (act) => once(async () => choose(await act())),
  };
}

/** How many are chosen, and what can be done with them. */
export const ChosenBar = ({ count, children }) => count > 0 && html`<p class="line sumline"><b>${t("payment.select", { n: number(count) })}</b>${children}</p>`;

/** Does something with one record after the other, so that each has its own outcome. Says each reason once, and returns what failed. */
export async function inTurn(rows, act) {
  const failed = [];
  const reasons = new Set();
  for (const row of rows) {
    try {
      await act(row);
    } catch (failure) {
      failed.push(row);
      reasons.add(sentence(failure));
    }
  }
  reasons.forEach((reason) => say(reason, { kind: "bad" }));
  return failed;
}

/** Says with how many of all something was done. */
export const sayCount = (text, count, all, values) => say(t(text, { n: count, all, ...values }), { kind: count === all ? "ok" : "bad" });

/**
 * Changes records with one request, each with its own outcome. A change has `row` and `patch`. `done` gets each record as it is then.
 * Changes that the API had no time for are sent again, when it says. Returns the rows that failed.
 */
export async function changeTogether(path, changes, done) {
  const failed = [];
  let rest = changes.map((change) => ({ ...change, tries: 0 }));
  while (rest.length > 0) {
    const part = rest.slice(0, MOST_TOGETHER);
    const results = await send(path, part);
    if (!results) return [...failed, ...rest].map(({ row }) => row);
    const ended = part.map((change, at) => ({ ...change, ...results[at], tries: change.tries + 1 }));
    const late = ended.filter(({ status, tries }) => status === 503 && tries < MOST_TRIES);
    failed.push(...(await inTurn(ended.filter((one) => !late.includes(one)), async (one) => done(await outcome(path, one)))));
    rest = [...rest.slice(MOST_TOGETHER), ...late];
    if (late.length > 0) await new Promise((resolve) => setTimeout(resolve, 1_000 * Math.max(1, ...late.map(({ retry_after }) => retry_after ?? 1))));
  }
  return failed.map(({ row }) => row);
}

/** The results of changes, or nothing if the whole request failed. */
const send = (path, part) => post(path + "/batch", { changes: part.map(({ row, patch }) => ({ uuid: row.uuid, version: row.version, patch })) }).then(({ results }) => results, (failure) => void sayFailure(failure));

/** The record after its change. If someone else changed it meanwhile, the person chooses. */
async function outcome(path, { row, patch, status, record, error }) {
  if (status === 412) return update(`${path}/${row.uuid}`, row, patch);
  if (status !== 200) throw new Failure(status, error);
  return record ?? { ...row, ...patch };
}

/** Changes records of a list, and returns those that failed. `change` makes the fields of a record, or null if it has them. */
export async function changeAll(path, rows, change, list) {
  const changes = rows.map((row) => ({ row, patch: change(row) })).filter(({ patch }) => patch);
  const failed = await changeTogether(path, changes, (after) => putInto(list, after));
  sayCount("list.changed", rows.length - failed.length, rows.length);
  return failed;
}
