import { remove } from "../base/api.js";
import { find, useConfig, usePartnerNames } from "../base/config.js";
import { day, fullName } from "../base/format.js";
import { html } from "../base/lib.js";
import { go, href } from "../base/router.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { Activity } from "../ui/activity.js";
import { confirm } from "../ui/dialog.js";
import { customFacts, editRecord } from "../ui/edit.js";
import { Menu } from "../ui/menu.js";
import { Avatar, Button, Card, Crumbs, Facts, Swatch } from "../ui/parts.js";
import { useRecord } from "../ui/record.js";
import { Failed, Skeleton } from "../ui/states.js";
import { contactInputs } from "./contactforms.js";

export function Contact({ uuid }) {
  const path = "/contacts/" + uuid;
  const config = useConfig("tags", "custom-fields");
  const { data: contact, failure, load, put } = useRecord(path, "contact", uuid);
  const names = usePartnerNames([contact?.partner_uuid]);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!contact) return html`<${Skeleton} />`;
  const name = fullName(contact);
  const partner = names[contact.partner_uuid] ?? t("lead.partner");
  const drop = () => confirm({ title: t("contact.remove"), text: name, action: t("common.remove"), run: async () => {
    await remove(path);
    go("partners/" + contact.partner_uuid, { tab: "contacts" });
  } });
  return html`<${Crumbs} list=${[[t("partner.title"), "partners"], [partner, "partners/" + contact.partner_uuid]]} here=${name} />
    <header class="head"><div class="titled"><${Avatar} name=${name} round large /><h1 tabindex="-1">${name}</h1></div>
      ${may("write", "contacts") && html`<div class="actions"><${Button} mark="edit" data-edit onClick=${() => editRecord({ title: t("contact.edit"), path, record: contact, fields: contactInputs(config), done: put })}>${t("common.edit")}<//>
        <${Menu} label=${t("common.more")} mark="dots" end entries=${[{ text: t("contact.remove"), mark: "trash", danger: true, run: drop }]} /></div>`}</header>
    <div class="split"><${Card} title=${t("partner.activity")}><${Activity} uuid=${uuid} /><//><${Details} ...${{ contact, config, partner }} /></div>`;
}

function Details({ contact, config, partner }) {
  const own = customFacts(config.fields, "contact", contact);
  return html`<aside class="card details"><h2>${t("partner.details")}</h2><${Facts} list=${[
    [t("lead.partner"), html`<a href=${href("partners/" + contact.partner_uuid)}>${partner}</a>`],
    [t("partner.position"), contact.position],
    [t("partner.email"), html`<a href=${"mailto:" + contact.email}>${contact.email}</a>`],
    [t("partner.phone"), contact.phone_number],
    [t("partner.tags"), contact.tag_uuids.length ? html`<span class="chips">${contact.tag_uuids.map((tag) => html`<${Swatch} pill record=${find(config.tags, tag) ?? { label: t("common.unknown") }} />`)}</span>` : null],
  ]} />${own.length > 0 && html`<h2>${t("partner.fields")}</h2><${Facts} list=${own} />`}
  <p class="muted small">${t("partner.added", { day: day(contact.created_at), version: contact.version })}</p></aside>`;
}
