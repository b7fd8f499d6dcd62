import { post } from "../base/api.js";
import { untilSpare } from "../base/budget.js";
import { ofKind, people, useConfig } from "../base/config.js";
import { number, words } from "../base/format.js";
import { html, useEffect, useMemo, useRef, useState } from "../base/lib.js";
import { rowsOf } from "../base/rows.js";
import { session } from "../base/session.js";
import { t } from "../texts.js";
import { Dialog, open } from "../ui/dialog.js";
import { Button, Note } from "../ui/parts.js";
import { sentence } from "../ui/states.js";

const MOST_ROWS = 2_000;
const MOST_FAULTS = 8;
const PLAIN = ["name", "partner_type", "status", "email", "website_url", "phone_number", "country_code", "description"];
const TYPES = ["referral", "reseller", "distributor"];

const NAMED = ["stages", "tiers", "categories", "tags", "users"];

/** Asks for a file, and makes partners of its rows. */
export const importPartners = (done) => open((close) => html`<${Import} ...${{ done, close }} />`);

/** The columns with names of other records, and what they become. */
const namesOf = ({ stages, tiers, categories, tags, users }) => ({
  stage: ["stage_uuid", ofKind(stages, "partner").map(({ uuid, label }) => [uuid, label])],
  tier: ["tier_uuid", tiers.map(({ uuid, label }) => [uuid, label])],
  category: ["category_uuid", categories.map(({ uuid, label }) => [uuid, label])],
  tags: ["tag_uuids", tags.filter(({ association }) => association === "partner").map(({ uuid, label }) => [uuid, label])],
  owners: ["assigned_user_uuids", [...users.map(({ uuid, email }) => [uuid, email]), ...people(users)]],
});

/** A row as a partner, with what is wrong with it. */
function partnerOf(row, names) {
  const faults = [];
  const body = Object.fromEntries(PLAIN.filter((field) => row[field]).map((field) => [field, row[field]]));
  if (body.partner_type) body.partner_type = body.partner_type.toLowerCase();
  if (body.status) body.status = body.status.toLowerCase();
  if (!body.name) faults.push(t("import.lacks", { name: "name" }));
  if (!TYPES.includes(body.partner_type)) faults.push(t("import.type", { types: TYPES.join(", ") }));
  for (const [column, [field, known]] of Object.entries(names)) {
    const labels = (row[column] ?? "").split("|").map((label) => label.trim()).filter(Boolean);
    const uuids = labels.map((label) => known.find(([, text]) => text?.toLowerCase() === label.toLowerCase())?.[0]);
    uuids.forEach((uuid, at) => uuid || faults.push(t("import.unknown", { column, name: labels[at] })));
    if (labels.length) body[field] = field.endsWith("s") ? uuids : uuids[0];
  }
  return { body, faults };
}

/** The same row has the same key, so that an import that is repeated finds what it made. */
async function keyOf(body) {
  const bytes = new TextEncoder().encode(session.get().company.uuid + JSON.stringify(body));
  return "import-" + [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function read(text, config) {
  const { heads, rows } = rowsOf(text);
  const names = namesOf(config);
  const list = rows.slice(0, MOST_ROWS).map((row, at) => ({ at: at + 2, ...partnerOf(row, names) }));
  const seen = new Map();
  for (const one of list) {
    const same = JSON.stringify(one.body);
    if (seen.has(same)) one.faults.push(t("import.same", { n: seen.get(same) }));
    else seen.set(same, one.at);
  }
  return { rows: list, more: Math.max(0, rows.length - MOST_ROWS), ignored: heads.filter((head) => head && !PLAIN.includes(head) && !names[head]) };
}

function Import({ done, close }) {
  const config = useConfig(...NAMED);
  const [text, setText] = useState(null);
  // Names that are read later may clear faults.
  const file = useMemo(() => text === null ? null : read(text, config), [text, ...NAMED.map((name) => config[name])]);
  const [at, setAt] = useState(null);
  const [failed, setFailed] = useState(null);
  const ended = useRef(false);
  useEffect(() => () => (ended.current = true), []);
  const good = file?.rows.filter(({ faults }) => faults.length === 0) ?? [];
  const bad = failed ?? file?.rows.filter(({ faults }) => faults.length > 0) ?? [];
  const run = async () => {
    const refused = [];
    for (const [place, row] of good.entries()) {
      setAt(place);
      await untilSpare(() => ended.current);
      if (ended.current) return;
      try {
        await post("/partners", row.body, { idempotency: await keyOf(row.body) });
      } catch (failure) {
        refused.push({ ...row, faults: [sentence(failure), ...Object.entries(failure.fields ?? {}).map(([field, message]) => `${words(field)} ${message}`)] });
      }
    }
    setAt(null);
    setFailed(refused);
    done();
  };
  return html`<${Dialog} title=${t("import.title")} close=${close} wide>
    <p class="muted">${t("import.text")}</p>
    <div class="field"><label for="import-file">${t("import.file")}</label><input id="import-file" type="file" accept=".csv,text/csv" disabled=${at !== null}
      onChange=${async ({ target }) => (setFailed(null), setText((await target.files[0]?.text()) ?? null))} /></div>
    ${file && !failed && html`<p role="status"><b>${t("import.found", { n: number(good.length), calls: number(good.length) })}</b> ${bad.length > 0 && t("import.bad", { n: number(bad.length) })}
      ${file.more > 0 && t("import.more", { n: number(file.more) })} ${file.ignored.length > 0 && html`<span class="muted">${t("import.ignored", { names: file.ignored.join(", ") })}</span>`}</p>`}
    ${failed && html`<${Note} kind=${failed.length ? "bad" : "info"}>${t("import.done", { n: number(good.length - failed.length), all: number(good.length) })}<//>`}
    ${bad.length > 0 && html`<ul class="rows dense">${bad.slice(0, MOST_FAULTS).map((row) => html`<li key=${row.at}><span class="two"><b>${t("import.row", { n: number(row.at) })} ${row.body.name}</b><small>${row.faults.join("; ")}</small></span></li>`)}</ul>
      ${bad.length > MOST_FAULTS && html`<p class="muted small">${t("import.others", { n: number(bad.length - MOST_FAULTS) })}</p>`}`}
    ${at !== null && html`<p role="status"><progress max=${good.length} value=${at} aria-label=${t("csv.progress")} /> ${t("csv.page", { page: number(at + 1), of: number(good.length) })}</p>`}
    <div class="formactions"><${Button} onClick=${close}>${t(failed?.length === 0 ? "common.close" : "common.cancel")}<//>
      ${failed?.length !== 0 && html`<${Button} kind="primary" mark="check" busy=${at !== null} disabled=${good.length === 0} onClick=${run}>${t("import.go", { n: number(good.length) })}<//>`}</div><//>`;
}
