import { html, useState } from "../console/base/lib.js";
import { follow, properties, referred, types } from "./document.js";
import { Text } from "./markdown.js";

const isNull = (api, schema) => [follow(api, schema).type].flat().includes("null");

function named(api, schema) {
  const whole = follow(api, schema);
  const choices = whole.oneOf ?? whole.anyOf ?? [];
  const some = [...new Set(choices.filter((one) => types(follow(api, one)).length || !isNull(api, one)).map((one) => named(api, one)))];
  const type = some.join(" or ") || referred(schema) || types(whole).join(" or ") || "any value";
  const list = types(whole)[0] === "array" && whole.items ? `list of ${named(api, whole.items)}` : type;
  return list.endsWith(" or null") || !(isNull(api, whole) || choices.some((one) => isNull(api, one))) ? list : `${list} or null`;
}

const BOUNDS = [["minLength", "length from"], ["maxLength", "length to"], ["minItems", "entries from"], ["maxItems", "entries to"], ["minimum", "from"], ["maximum", "to"]];

function bounds(schema) {
  return [
    schema.format,
    schema.enum && `one of ${schema.enum.filter((value) => value !== null).join(", ")}`,
    schema.const !== undefined && `always ${JSON.stringify(schema.const)}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
    ...BOUNDS.filter(([name]) => schema[name] !== undefined).map(([name, before]) => `${before} ${schema[name]}`),
    schema.readOnly && "read only",
    schema.writeOnly && "write only",
  ].filter(Boolean).join(" · ");
}

/** The schema whose fields a value has: its own, or those of the entries of a list; absent without fields. */
function inner(api, schema) {
  const whole = follow(api, schema);
  if (whole.items) {
    return inner(api, whole.items);
  }
  const choice = (whole.oneOf ?? whole.anyOf)?.find((one) => inner(api, one));
  if (choice) {
    return inner(api, choice);
  }
  return Object.keys(properties(api, whole).fields).length ? schema : undefined;
}

/** Shows its content once it is opened, since schemas may refer to themselves. */
export function Unfolding({ title, isOpen, children }) {
  const [open, setOpen] = useState(Boolean(isOpen));
  return html`<details open=${open} onToggle=${(event) => setOpen(event.currentTarget.open)}><summary>${title}</summary>${open && children()}</details>`;
}

export function Field({ api, name, schema, isRequired, text }) {
  const whole = follow(api, schema);
  const below = inner(api, schema);
  const limits = bounds(whole.items && !whole.enum ? { ...whole, ...(follow(api, whole.items).enum && { enum: follow(api, whole.items).enum }) } : whole);
  return html`<li>
    <div class="named"><code>${name}</code><span class="type">${named(api, schema)}</span>${isRequired && html`<span class="need">required</span>`}</div>
    <${Text} text=${text ?? schema.description ?? whole.description} />
    ${limits && html`<div class="bounds">${limits}</div>`}
    ${below && html`<${Unfolding} title=${`Fields of ${name}`}>${() => html`<${Fields} api=${api} schema=${below} />`}<//>`}
  </li>`;
}

export function Fields({ api, schema }) {
  const fields = inner(api, schema);
  if (!fields) {
    return html`<p class="muted">${named(api, schema)}</p>`;
  }
  const { fields: all, required } = properties(api, fields);
  return html`<ul class="fields">${Object.entries(all).map(([name, field]) => html`<${Field} key=${name} api=${api} name=${name} schema=${field} isRequired=${required.includes(name)} />`)}</ul>`;
}
