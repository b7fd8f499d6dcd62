import { get, patch } from "../base/api.js";
import { html, useState } from "../base/lib.js";
import { words } from "../base/format.js";
import { t } from "../texts.js";
import { fieldName, useLabels } from "./activity.js";
import { Dialog, open } from "./dialog.js";
import { FormDialog } from "./form.js";
import { Button } from "./parts.js";
import { say } from "./toast.js";

/**
 * Changes a record, if nobody else changed these fields meanwhile, or to the same. Otherwise a dialog shows both values of each field, and the
 * person chooses. Returns the record as it is then.
 */
export async function update(path, record, change) {
  try {
    return await patch(path, change, record.version);
  } catch (failure) {
    if (failure.status !== 412) throw failure;
    const theirs = await get(path);
    if (areSame(theirs, change, change)) return theirs;
    if (areSame(record, theirs, change)) return patch(path, change, theirs.version);
    return new Promise((resolve, reject) =>
      open((close) => html`<${Conflict} ...${{ path, theirs, change, resolve, reject, close }} />`));
  }
}

/** Whether two versions of a record have the same values in the fields of a change. */
const areSame = (one, other, change) =>
  Object.entries(change).every(([field, value]) => (field === "custom_fields" ? areSame(one[field] ?? {}, other[field] ?? {}, value) : JSON.stringify(one[field] ?? null) === JSON.stringify(other[field] ?? null)));

function Conflict({ path, theirs, change, resolve, reject, close }) {
  const [busy, setBusy] = useState(false);
  const keep = () => {
    close();
    resolve(theirs);
  };
  const overwrite = async () => {
    setBusy(true);
    try {
      resolve(await patch(path, change, theirs.version));
    } catch (failure) {
      reject(failure);
    }
    close();
  };
  const text = useLabels();
  return html`<${Dialog} title=${t("form.conflict")} close=${keep}>
    <p>${t("form.conflictText")}</p>
    <table class="plain"><thead><tr><th scope="col"><span class="hidden">${t("form.conflict")}</span></th><th scope="col">${t("form.theirValue")}</th><th scope="col">${t("form.ourValue")}</th></tr></thead>
      <tbody>${Object.entries(change).map(([field, value]) => html`<tr><th scope="row">${fieldName(field)}</th><td>${text(field, theirs[field])}</td><td><b>${text(field, value)}</b></td></tr>`)}</tbody></table>
    <div class="formactions"><${Button} onClick=${keep}>${t("form.theirs")}<//><${Button} kind="primary" busy=${busy} onClick=${overwrite}>${t("form.ours")}<//></div>
  <//>`;
}

/** The values of a record as a form takes them; only what differs is sent. */
export const editRecord = ({ title, path, record, fields, done }) =>
  open((close) => html`<${FormDialog} title=${title} fields=${fields} initial=${flat(record)} close=${close}
    save=${async (body) => {
      const change = differing(record, body);
      if (Object.keys(change).length === 0) return;
      done(await update(path, record, change));
      say(t("common.saved"));
    }} />`);

const flat = (record) => ({
  ...record,
  ...Object.fromEntries(Object.entries(record.custom_fields ?? {}).map(([key, value]) => ["custom_fields." + key, value])),
});

function differing(record, body) {
  const change = {};
  for (const [field, value] of Object.entries(body)) {
    if (field === "custom_fields") {
      const fields = differing(record.custom_fields ?? {}, value);
      if (Object.keys(fields).length) change.custom_fields = fields;
    } else if (JSON.stringify(value ?? null) !== JSON.stringify(record[field] ?? null)) {
      change[field] = value;
    }
  }
  return change;
}

const TYPES = { textarea: "area", number: "number", date: "date", boolean: "check", select: "select", multi_select: "multi" };
/** The inputs of a company's own fields. */
export const customInputs = (definitions, entity) =>
  definitions.filter((field) => field.entity === entity).map((field) => ({
    name: "custom_fields." + field.key,
    sub: "custom_fields",
    label: field.label,
    type: TYPES[field.type] ?? "text",
    required: field.required,
    options: (field.options ?? []).map(({ id, label }) => [id, label]),
  }));

export const customFacts = (definitions, entity, record) =>
  definitions.filter((field) => field.entity === entity && record.custom_fields?.[field.key] !== undefined && record.custom_fields[field.key] !== null)
    .map((field) => [field.label, customText(field, record.custom_fields[field.key])]);

function customText(field, value) {
  const option = (id) => field.options?.find((one) => one.id === id)?.label ?? id;
  if (Array.isArray(value)) return value.map(option).join(", ");
  return field.type === "select" ? option(value) : words(value);
}
