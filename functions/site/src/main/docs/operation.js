import { html, useState } from "../console/base/lib.js";
import { content, follow, sample } from "./document.js";
import { Field, Fields, Unfolding } from "./schema.js";
import { Text } from "./markdown.js";

const PLACES = [["path", "In the path"], ["query", "In the query"], ["header", "Headers"]];

function Code({ title, text }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return html`<div class="sampled"><h2>${title}</h2><button type="button" class="copy" onClick=${copy} aria-label=${`Copy: ${title}`}>${copied ? "Copied" : "Copy"}</button></div>
    <pre tabindex="0" role="region" aria-label=${title}><code>${text}</code></pre>`;
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function curl({ verb, path, base, operation, parameters }, body) {
  const place = path.replace(/\{(\w+)\}/g, (whole, name) => `$${name.toUpperCase()}`);
  const needed = parameters.filter((parameter) => parameter.in === "query" && parameter.required).map((parameter) => `${parameter.name}=…`);
  const lines = [`curl -s${verb === "get" ? "" : ` -X ${verb.toUpperCase()}`} "${base}${place}${needed.length ? `?${needed.join("&")}` : ""}"`];
  if (operation.security?.length !== 0) {
    lines.push('-H "Authorization: Bearer $KEY"');
  }
  if (body) {
    lines.push(`-H "Content-Type: ${body.type}"`, `-d ${quoted(JSON.stringify(body.value))}`);
  }
  return lines.join(" \\\n  ");
}

function Reply({ api, status, reply }) {
  const whole = follow(api, reply);
  const body = content(api, whole);
  return html`<li><div class="named"><span class="status">${status}</span><span>${whole.description}</span></div>
    ${body && html`<${Unfolding} title=${`Body of ${status}: ${body.type}`}>${() => html`<${Fields} api=${api} schema=${body.schema} />`}<//>`}</li>`;
}

export function Operation({ api, entry }) {
  const { verb, path, operation, parameters } = entry;
  const request = operation.requestBody && content(api, operation.requestBody);
  const body = request && { type: request.type, value: request.example ?? sample(api, request.schema) };
  const status = Object.keys(operation.responses).find((one) => one.startsWith("2"));
  const reply = status && content(api, operation.responses[status]);
  return html`
    <h1 tabindex="-1">${operation.summary}</h1>
    <p class="call"><span class=${`method ${verb}`}>${verb.toUpperCase()}</span><span>${entry.base.replace(/^https?:\/\/[^/]+/, "")}${path}</span></p>
    <${Text} text=${operation.description} />
    <${Code} key=${`${entry.id} curl`} title="curl" text=${curl(entry, body)} />
    ${PLACES.map(([place, title]) => {
      const some = parameters.filter((parameter) => parameter.in === place);
      return some.length > 0 && html`<h2>${title}</h2><ul class="fields">${some.map((parameter) => html`<${Field} key=${parameter.name} api=${api} name=${parameter.name} schema=${parameter.schema ?? {}} isRequired=${parameter.required} text=${parameter.description} />`)}</ul>`;
    })}
    ${request && html`<h2>Body of the request</h2><${Fields} key=${`${entry.id} body`} api=${api} schema=${request.schema} />`}
    <h2>Replies</h2>
    <ul class="fields">${Object.entries(operation.responses).map(([code, one]) => html`<${Reply} key=${`${entry.id} ${code}`} api=${api} status=${code} reply=${one} />`)}</ul>
    ${reply?.type.endsWith("json") && html`<${Code} key=${`${entry.id} reply`} title="A reply, with the fields that are always there" text=${JSON.stringify(reply.example ?? sample(api, reply.schema), null, 2)} />`}`;
}
