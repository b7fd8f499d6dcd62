import { html, useEffect, useMemo, useRef, useState } from "../base/lib.js";
import { t } from "../texts.js";
import { Dialog } from "./dialog.js";
import { Button, IconButton, Note } from "./parts.js";
import { Picker, Pickers } from "./picker.js";
import { sentence } from "./states.js";

/**
 * One input. A field has `name`, `label`, `type` (`text` when absent; `select`, `multi`, `area`, `check`, `number`, `date`,
 * `email`, `color`; `record` and `records` with `finds`; `count` with `least` and `most`), `options` as `[value, text]`, `required`, `help`, and `list` for labels with commas between them.
 */
function Field({ field, value, fault, onChange }) {
  const id = "f-" + field.name.replaceAll(/\W/g, "-");
  const described = [fault && id + "-fault", field.help && id + "-help"].filter(Boolean).join(" ") || undefined;
  const common = { id, name: field.name, "aria-invalid": fault ? true : undefined, "aria-describedby": described, required: field.required };
  return html`<div class="field${field.type === "check" ? " check" : ""}${field.half ? " half" : ""}">
    ${WHOLE[field.type]
      ? html`<${WHOLE[field.type]} field=${field} value=${value} onChange=${onChange} />`
      : html`<label for=${id}>${field.label}${!field.required && field.optional && html` <span class="muted">${t("form.optional")}</span>`}</label>
        ${input(field, value, onChange, common)}`}
    ${field.help && html`<p class="help" id=${id + "-help"}>${field.help}</p>`}
    ${fault && html`<p class="fault" id=${id + "-fault"}>${fault}</p>`}
  </div>`;
}

function input(field, value, onChange, common) {
  if (field.type === "select") {
    return html`<select ...${common} value=${value ?? ""} onChange=${(event) => onChange(event.target.value)}>
      ${!field.required && html`<option value="">${field.none ?? "–"}</option>`}
      ${field.options.map(([option, text]) => html`<option value=${option} selected=${option === value}>${text}</option>`)}
    </select>`;
  }
  if (field.type === "record") return html`<${Picker} key=${field.finds} ...${{ field, value, onChange, common }} />`;
  if (field.type === "area") {
    return html`<textarea ...${common} rows=${field.rows ?? 4} value=${value ?? ""} onInput=${(event) => onChange(event.target.value)} />`;
  }
  if (field.type === "check") {
    return html`<input ...${common} type="checkbox" checked=${value ?? false} onChange=${(event) => onChange(event.target.checked)} />`;
  }
  const type = field.type === "number" ? "text" : field.type ?? "text";
  return html`<input ...${common} type=${type} inputmode=${field.type === "number" ? "decimal" : undefined} value=${value ?? ""}
    placeholder=${field.placeholder} autocomplete="off" spellcheck=${field.spelled ?? true} onInput=${(event) => onChange(event.target.value)} />`;
}

/** A number with a button for one more and one less. */
const Count = ({ field, value, onChange }) => html`<div class="line" role="group" aria-label=${field.label}><span>${field.label}: <b>${value}</b></span>
  <${IconButton} mark="minus" label=${t("form.less", { name: field.label })} disabled=${value <= field.least} onClick=${() => onChange(value - 1)} />
  <${IconButton} mark="plus" label=${t("form.more", { name: field.label })} disabled=${value >= field.most} onClick=${() => onChange(value + 1)} /></div>`;

const Several = ({ field, value = [], onChange }) => html`<fieldset><legend>${field.label}</legend><div class="several">
  ${field.options.map(([option, text]) => html`<label key=${option}><input type="checkbox" checked=${value.includes(option)}
    onChange=${({ target }) => onChange(target.checked ? [...value, option] : value.filter((other) => other !== option))} /><span>${text}</span></label>`)}
</div></fieldset>`;

/** Inputs that are more than one element with a label. */
const WHOLE = { multi: Several, records: Pickers, count: Count };

/** The values as the API takes them: numbers as numbers, and empty ones as null. */
export function values(fields, typed) {
  const body = {};
  for (const { name, type, sub, list } of fields) {
    if (typed[name] === undefined) continue;
    const value = list ? typed[name].split(",").map((label) => ({ label: label.trim() })).filter(({ label }) => label) : type === "number" ? decimal(typed[name]) : typed[name] === "" ? null : typed[name];
    if (sub) body[sub] = { ...body[sub], [name.slice(sub.length + 1)]: value };
    else body[name] = value;
  }
  return body;
}

const decimal = (text) => (text === "" || text === null ? null : Number.isNaN(Number(text)) ? text : Number(text));

/** A form in a dialog. `save` gets the values; the faults that it throws stand at their fields. `more` tells what else a change sets. */
export function FormDialog({ title, fields, initial = {}, save, close, action, aside, wide, text, more }) {
  const [typed, setTyped] = useState(initial);
  const [failure, setFailure] = useState(null);
  const [busy, setBusy] = useState(false);
  const form = useRef();
  const list = useMemo(() => (typeof fields === "function" ? fields(typed) : fields), [fields, typed]);
  useEffect(() => form.current.querySelector("input,select,textarea")?.focus(), []);
  useEffect(() => {
    if (failure) (form.current.querySelector("[aria-invalid]") ?? form.current.querySelector("[role=alert]"))?.focus();
  }, [failure]);
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await save(values(list, typed), typed);
      close();
    } catch (caught) {
      setFailure(caught);
      setBusy(false);
    }
  };
  const faults = failure?.fields ?? {};
  const known = list.some((field) => faults[field.name]);
  return html`<${Dialog} title=${title} close=${close} wide=${wide || aside}><form ref=${form} onSubmit=${submit} novalidate>
    ${text && html`<p class="muted">${text}</p>`}
    ${failure && !known && html`<${Note} kind="bad">${sentence(failure)}<//>`}
    <div class=${aside ? "formsplit" : ""}><div class="fields">${list.map((field) => html`<${Field} key=${field.name} field=${field} value=${typed[field.name]}
      fault=${faults[field.name]} onChange=${(value) => setTyped((before) => ({ ...before, ...more?.(before, field.name, value), [field.name]: value }))} />`)}</div>
      ${aside && html`<aside>${aside(values(list, typed))}</aside>`}</div>
    <div class="formactions"><${Button} onClick=${close}>${t("common.cancel")}<//>
      <${Button} kind="primary" type="submit" busy=${busy}>${action ?? t("common.save")}<//></div>
  </form><//>`;
}
