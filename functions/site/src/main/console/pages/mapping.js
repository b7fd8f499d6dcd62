import { get, put } from "../base/api.js";
import { capital, words } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { t } from "../texts.js";
import { Dialog, open } from "../ui/dialog.js";
import { Button, IconButton, Note } from "../ui/parts.js";
import { Failed, Skeleton, sentence } from "../ui/states.js";
import { say } from "../ui/toast.js";

const DIRECTIONS = ["both", "to_crm", "from_crm"];
const WINNERS = ["latest", "waggle", "crm", "blank_only"];
const FIELDS_OF = {
  partner: ["name", "email", "email_domain", "website_url", "phone_number", "description", "country_code", "partner_type", "status", "owner_email"],
  contact: ["email", "first_name", "last_name", "full_name", "position", "phone_number", "partner_uuid"],
  lead: ["company_name", "email", "first_name", "last_name", "full_name", "status", "website_url", "phone_number", "description", "country_code", "estimated_value", "partner_uuid", "owner_email"],
  deal: ["label", "deal_value", "currency_code", "lost_reason", "expected_close_date", "close_date", "stage_uuid", "stage_phase", "partner_uuid", "owner_email"],
};

/** Which fields of both sides belong together. */
export function Mapping({ path, writes }) {
  const { data, failure, load, change } = useQuery(path + "/mappings");
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!data) return html`<${Skeleton} rows=${4} />`;
  const edit = (at) => open((close) => html`<${Editor} ...${{ path, all: data, at, close, done: (after) => change(() => after) }} />`);
  return html`<p class="muted">${t("crm.mappingText")}</p>${data.mappings.map((mapping, at) => html`<section key=${mapping.resource}><div class="cardhead"><h2>${capital(words(mapping.resource))} ↔ <code>${mapping.object}</code></h2>
      ${writes && html`<${Button} small mark="edit" aria-label=${`${t("crm.editMapping")}: ${capital(words(mapping.resource))}`} onClick=${() => edit(at)}>${t("common.edit")}<//>`}</div>
    <div class="tablebox"><table><thead><tr><th scope="col">Waggle</th><th scope="col">${t("crm.remote")}</th><th scope="col">${t("crm.direction")}</th><th scope="col">${t("crm.wins")}</th></tr></thead>
    <tbody>${mapping.fields.map((field) => html`<tr key=${field.waggle}><td><code>${field.waggle}</code></td><td><code>${field.remote}</code></td><td>${capital(words(field.direction))}</td><td>${capital(words(field.wins))}</td></tr>`)}</tbody></table></div></section>`)}`;
}

/** Edits the fields of one resource. The CRM tells its own fields; without its answer they can be typed. */
function Editor({ path, all, at, close, done }) {
  const mapping = all.mappings[at];
  const [rows, setRows] = useState(mapping.fields);
  const [remote, setRemote] = useState([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(null);
  useEffect(() => {
    get(path + "/schema").then(({ objects }) => setRemote(objects.find(({ name }) => name === mapping.object)?.fields ?? []), setFailure);
  }, []);
  const set = (place, name, value) => setRows((before) => before.map((row, index) => (index === place ? { ...row, [name]: value } : row)));
  const save = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const mappings = all.mappings.map((one, index) => (index === at ? { ...one, fields: rows } : one));
      done(await put(path + "/mappings", { mappings }, { version: all.version }));
      say(t("crm.mapped"));
      close();
    } catch (caught) {
      setFailure(caught);
      setBusy(false);
    }
  };
  const own = FIELDS_OF[mapping.resource] ?? [];
  return html`<${Dialog} title=${t("crm.ofResource", { resource: capital(words(mapping.resource)), object: mapping.object })} close=${close} wide><form onSubmit=${save} novalidate>
    ${failure && html`<${Note} kind="bad">${sentence(failure)}${failure.details?.length > 0 && html`<br />${failure.details.map(({ field, message }) => `${field} ${message}`).join("; ")}`}<//>`}
    <datalist id="own-fields">${own.map((name) => html`<option key=${name} value=${name} />`)}</datalist>
    <datalist id="remote-fields">${remote.map(({ name, label }) => html`<option key=${name} value=${name}>${label}</option>`)}</datalist>
    <div class="tablebox short"><table class="editor"><thead><tr><th scope="col">Waggle</th><th scope="col">${t("crm.remote")}</th><th scope="col">${t("crm.direction")}</th><th scope="col">${t("crm.wins")}</th><th><span class="hidden">${t("common.remove")}</span></th></tr></thead>
      <tbody>${rows.map((row, place) => html`<tr key=${place}>
        ${["waggle", "remote"].map((side) => html`<td key=${side}><input list=${side === "waggle" ? "own-fields" : "remote-fields"} aria-label=${`${side === "waggle" ? "Waggle" : t("crm.remote")} ${place + 1}`} value=${row[side]} spellcheck="false" autocomplete="off" onInput=${({ target }) => set(place, side, target.value)} /></td>`)}
        ${[["direction", DIRECTIONS], ["wins", WINNERS]].map(([name, values]) => html`<td key=${name}><select aria-label=${`${t("crm." + name)} ${row.waggle}`} onChange=${({ target }) => set(place, name, target.value)}>${values.map((value) => html`<option key=${value} value=${value} selected=${row[name] === value}>${capital(words(value))}</option>`)}</select></td>`)}
        <td><${IconButton} mark="trash" label=${t("crm.dropField", { name: row.waggle })} onClick=${() => setRows((before) => before.filter((other) => other !== row))} /></td></tr>`)}</tbody></table></div>
    <div class="formactions"><${Button} mark="plus" onClick=${() => setRows((before) => [...before, { waggle: "", remote: "", direction: "both", wins: "latest" }])}>${t("crm.addField")}<//><span class="spread" />
      <${Button} onClick=${close}>${t("common.cancel")}<//><${Button} kind="primary" type="submit" busy=${busy}>${t("common.save")}<//></div></form><//>`;
}
