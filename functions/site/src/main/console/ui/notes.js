import { post, remove } from "../base/api.js";
import { useLive } from "../base/feed.js";
import { ago } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { changedBy, isKnown } from "../base/seen.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { confirm } from "./dialog.js";
import { marked } from "./marked.js";
import { Avatar, Button, IconButton } from "./parts.js";
import { Empty, Failed, Skeleton } from "./states.js";
import { sayFailure } from "./toast.js";

/** The notes after one was written, changed or deleted. */
function written(notes, { type, record, object }) {
  if (type.endsWith(".deleted")) return notes.filter(({ uuid }) => uuid !== record.uuid);
  if (type.endsWith(".created")) return [object, ...notes.filter(({ uuid }) => uuid !== record.uuid)].sort((a, b) => (a.uuid < b.uuid ? 1 : -1));
  return notes.map((old) => (old.uuid === record.uuid ? changedBy(old, object) : old));
}

/** The notes below a record. */
export function Notes({ resource, uuid }) {
  const path = `/${resource}/${uuid}/notes`;
  const list = useQuery(path, { pageSize: 20 });
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  useLive(["note.*"], (event) => isKnown(list.data, event) || (event.object || event.type.endsWith(".deleted") ? list.change((page) => page && { ...page, data: written(page.data, event) }) : list.loadSoon()), list, [uuid]);
  const add = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const note = await post(path, { content: text });
      list.change((page) => ({ ...page, data: [note, ...(page?.data ?? []).filter((one) => one.uuid !== note.uuid)] }));
      setText("");
    } catch (failure) {
      sayFailure(failure);
    }
    setBusy(false);
  };
  const drop = async (note) => {
    await remove(`${path}/${note.uuid}`);
    list.change((page) => ({ ...page, data: page.data.filter((one) => one !== note) }));
  };
  return html`${may("write", resource) && html`<form class="noteform" onSubmit=${add}><label class="hidden" for="note">${t("notes.write")}</label>
      <textarea id="note" rows="2" placeholder=${t("notes.write")} value=${text} onInput=${(event) => setText(event.target.value)} />
      <${Button} type="submit" busy=${busy} disabled=${!text.trim()}>${t("notes.add")}<//></form>`}
    ${list.failure && html`<${Failed} failure=${list.failure} retry=${list.load} />`}
    ${!list.data && !list.failure && html`<${Skeleton} rows=${3} />`}
    ${list.data?.data.length === 0 && html`<${Empty} mark="note" title=${t("notes.empty")} />`}
    <ul class="notes">${list.data?.data.map((note) => html`<li key=${note.uuid}>
      <header><${Avatar} name=${note.actor?.label ?? "?"} round /><b>${note.actor?.label}</b><time class="muted">${ago(note.created_at)}</time>
        ${may("write", resource) && html`<${IconButton} mark="trash" label=${t("notes.remove")}
          onClick=${() => confirm({ title: t("notes.remove"), text: note.content.slice(0, 120), action: t("common.remove"), run: () => drop(note) })} />`}</header>
      <div class="marked">${marked(note.content)}</div></li>`)}</ul>`;
}
