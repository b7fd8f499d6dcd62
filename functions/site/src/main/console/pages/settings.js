import { get, patch, post, put, remove } from "../base/api.js";
import { ofKind, reread, useConfig } from "../base/config.js";
import { fullName, number } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { href, route } from "../base/router.js";
import { may } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { confirm, open } from "../ui/dialog.js";
import { update } from "../ui/edit.js";
import { FormDialog } from "../ui/form.js";
import { Button, IconButton, PageHead, Pill, Stage, Swatch } from "../ui/parts.js";
import { Failed } from "../ui/states.js";
import { Tabs } from "../ui/tabs.js";
import { say, sayFailure } from "../ui/toast.js";
import { companyInputs, inputsOf, KINDS_OF_SETTING } from "./settingforms.js";

/** The configuration of the programme. */
export function Settings() {
  const { params } = useStore(route);
  const config = useConfig("stages", "tiers", "tags", "categories", "users", "custom-fields");
  return html`<${PageHead} title=${t("frame.settings")} />
    <${Tabs} label=${t("frame.settings")} chosen=${params.tab} tabs=${[
      ...["partner", "deal", "payment"].map((kind) => ({ name: kind + "-stages", text: t("setting." + kind + "Stages"), draw: () => html`<${Listed} kind="stages" fixed=${{ kind }} records=${ofKind(config.stages, kind)} />` })),
      { name: "tiers", text: t("setting.tiers"), draw: () => html`<${Listed} kind="tiers" records=${config.tiers} />` },
      { name: "tags", text: t("setting.tags"), draw: () => html`<${Listed} kind="tags" records=${config.tags} />` },
      { name: "categories", text: t("setting.categories"), draw: () => html`<${Listed} kind="categories" records=${config.categories} />` },
      { name: "fields", text: t("setting.fields"), draw: () => html`<${Listed} kind="custom-fields" records=${config.fields} />` },
      { name: "users", text: t("setting.users"), draw: () => html`<${Listed} kind="users" records=${config.users.filter(({ partner_uuid }) => !partner_uuid)} />` },
      { name: "company", text: t("setting.company"), draw: () => html`<${Company} />` },
    ]} />`;
}

const nameOf = (record) => record.label ?? fullName(record);

function Listed({ kind, records, fixed }) {
  const { ordered, used, detail } = KINDS_OF_SETTING[kind];
  const [refused, setRefused] = useState(null);
  const [held, setHeld] = useState(null);
  const writes = may("write", kind);
  const create = () => open((close) => html`<${FormDialog} title=${t("setting.new")} close=${close} action=${t("common.create")} fields=${inputsOf(kind, fixed)} initial=${{ background_color: "#6B7280" }}
    save=${async (body) => {
      await post("/" + kind, { ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)), ...fixed });
      await reread(kind);
    }} />`);
  const edit = (record) => open((close) => html`<${FormDialog} title=${nameOf(record)} close=${close} fields=${inputsOf(kind, fixed, record)} initial=${{ ...record, options: record.options?.map(({ label }) => label).join(", ") }}
    save=${async (body) => {
      await update(`/${kind}/${record.uuid}`, record, withIds(body, record));
      await reread(kind);
      say(t("common.saved"));
    }} />`);
  const drop = (record) => confirm({ title: t("common.remove"), text: nameOf(record), action: t("common.remove"), run: async () => {
    try {
      await remove(`/${kind}/${record.uuid}`);
      await reread(kind);
    } catch (failure) {
      if (failure.status !== 409) throw failure;
      setRefused({ record, failure });
    }
  } });
  const move = async (from, to) => {
    if (to < 0 || to >= records.length || from === to) return;
    const uuids = records.map(({ uuid }) => uuid);
    uuids.splice(to, 0, ...uuids.splice(from, 1));
    await put(`/${kind}/order`, { uuids }).catch(sayFailure);
    await reread(kind);
  };
  return html`${refused && html`<p class="notice warn" role="alert"><span>${refused.failure.message} ${used && html`<a href=${href(used.path(refused.record), { [used.filter(refused.record)]: refused.record.uuid })}>${t("setting.showThem")}</a>`}</span></p>`}
    ${writes && html`<div class="tabactions"><${Button} mark="plus" small data-new onClick=${create}>${t("setting.new")}<//></div>`}
    <ul class="rows">${records.map((record, at) => html`<li key=${record.uuid} class=${held === at ? "held" : ""} draggable=${writes && ordered} onDragStart=${() => setHeld(at)} onDragEnd=${() => setHeld(null)}
        onDragOver=${(event) => held !== null && event.preventDefault()} onDrop=${(event) => (event.preventDefault(), move(held, at))}>
      <span class="two">${kind === "stages" ? html`<b><${Stage} stage=${record} /></b>` : record.background_color ? html`<b><${Swatch} record=${record} /></b>` : html`<b>${nameOf(record)}</b>`}<small>${detail(record)}</small></span>
      ${record.record_count !== undefined && used && html`<a href=${href(used.path(record), { [used.filter(record)]: record.uuid })}>${t("setting.records", { n: number(record.record_count) })}</a>`}
      ${kind === "users" && html`<${Pill} value=${record.status} />`}
      ${writes && html`<span class="actions">
        ${ordered && html`<${IconButton} mark="up" label=${t("setting.up", { name: nameOf(record) })} disabled=${at === 0} onClick=${() => move(at, at - 1)} /><${IconButton} mark="down" label=${t("setting.down", { name: nameOf(record) })} disabled=${at === records.length - 1} onClick=${() => move(at, at + 1)} />`}
        <${IconButton} mark="edit" label=${`${t("common.edit")} ${nameOf(record)}`} onClick=${() => edit(record)} /><${IconButton} mark="trash" label=${`${t("common.remove")} ${nameOf(record)}`} onClick=${() => drop(record)} /></span>`}</li>`)}</ul>`;
}

/** Options that keep their label keep their id, and so the values of records. */
const withIds = (body, { options }) => (body.options ? { ...body, options: body.options.map(({ label }) => options?.find((option) => option.label === label) ?? { label }) } : body);

function Company() {
  const [company, setCompany] = useState(null);
  const [failure, setFailure] = useState(null);
  useEffect(() => {
    get("/company").then(setCompany, setFailure);
  }, []);
  if (failure) return html`<${Failed} failure=${failure} />`;
  if (!company) return null;
  const edit = () => open((close) => html`<${FormDialog} title=${t("setting.company")} fields=${companyInputs()} initial=${company} close=${close}
    save=${async (body) => setCompany(await patch("/company", body, company.version))} />`);
  return html`<dl class="facts">${companyInputs().map(({ name, label }) => html`<div><dt>${label}</dt><dd>${company[name] ?? "–"}</dd></div>`)}</dl>
    ${may("write", "company") && html`<div class="tabactions"><${Button} mark="edit" onClick=${edit}>${t("common.edit")}<//></div>`}`;
}
