import { remove } from "../base/api.js";
import { find, ofKind, personOf, useConfig, usePartnerNames } from "../base/config.js";
import { ago, capital, day, money, percent, words } from "../base/format.js";
import { html } from "../base/lib.js";
import { go, href, route } from "../base/router.js";
import { may } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Activity } from "../ui/activity.js";
import { confirm } from "../ui/dialog.js";
import { customFacts, editRecord, update } from "../ui/edit.js";
import { Menu } from "../ui/menu.js";
import { Notes } from "../ui/notes.js";
import { Button, Crumbs, Facts, Figures, Owner, Swatch } from "../ui/parts.js";
import { useRecord } from "../ui/record.js";
import { StageBar } from "../ui/stagebar.js";
import { Failed, Skeleton } from "../ui/states.js";
import { Tabs } from "../ui/tabs.js";
import { say, sayFailure } from "../ui/toast.js";
import { askClosing } from "./closing.js";
import { Commission } from "./commission.js";
import { dealInputs } from "./deals.js";
import { nameOfLead, PartnerLink } from "./leadforms.js";
import { Below, paymentColumns } from "./partnertabs.js";

export function Deal({ uuid }) {
  const path = "/deals/" + uuid;
  const { params } = useStore(route);
  const config = useConfig("stages", "tags", "users", "custom-fields");
  const { data: deal, failure, load, put } = useRecord(path, "deal", uuid, may("read", "leads") ? "lead" : undefined);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!deal) return html`<${Skeleton} />`;
  const writes = may("write", "deals");
  const move = async (stage) => {
    const more = await askClosing("deal", stage);
    if (!more) return;
    try {
      put(await update(path, deal, { stage_uuid: stage.uuid, ...more }));
      say(t("board.moved", { name: deal.label, stage: stage.label }));
    } catch (caught) {
      sayFailure(caught);
    }
  };
  const drop = () => confirm({ title: t("deal.remove"), text: deal.label, action: t("common.remove"), run: async () => {
    await remove(path);
    go("deals");
  } });
  return html`<${Crumbs} list=${[[t("deal.title"), "deals"]]} here=${deal.label} />
    <header class="head"><div class="titled"><h1 tabindex="-1">${deal.label}</h1></div>
      ${writes && html`<div class="actions"><${Button} mark="edit" data-edit onClick=${() => editRecord({ title: t("deal.edit"), path, record: deal, fields: dealInputs(config, deal.partner_name), done: put })}>${t("common.edit")}<//>
        <${Menu} label=${t("common.more")} mark="dots" end entries=${[{ text: t("deal.remove"), mark: "trash", danger: true, run: drop }]} /></div>`}</header>
    <${StageBar} stages=${ofKind(config.stages, "deal")} here=${deal.stage_uuid} label=${t("deal.stage")} locked=${!writes} pick=${move} />
    <${Figures} list=${[
      { name: t("deal.value"), value: money(deal.deal_value, deal.currency_code) },
      { name: t("deal.total"), value: money(deal.total_commission_value, deal.currency_code) },
      { name: t("deal.percentage"), value: percent(deal.commission_percentage) },
      { name: deal.closed_at ? t("deal.closed") : t("deal.close"), value: day(deal.closed_at ?? deal.expected_close_date) },
    ]} />
    <div class="split"><${Tabs} label=${deal.label} chosen=${params.tab} tabs=${[
      { name: "commission", text: t("deal.commission"), draw: () => html`<${Commission} key=${deal.version} deal=${deal} stages=${config.stages} />` },
      { name: "payments", text: t("partner.payments"), count: deal.payment_count, draw: () => html`<${Below} path=${path + "/payments"} type="payment" label=${t("partner.payments")} empty=${t("payment.empty")}
        mark="payments" link=${(payment) => href("payments/" + payment.uuid)} columns=${paymentColumns()} />` },
      { name: "activity", text: t("partner.activity"), draw: () => html`<${Activity} uuid=${uuid} />` },
      { name: "notes", text: t("partner.notes"), count: deal.note_count, draw: () => html`<${Notes} resource="deals" uuid=${uuid} />` },
    ]} /><${Details} deal=${deal} config=${config} /></div>`;
}

function Details({ deal, config }) {
  const names = usePartnerNames(deal.attributions.map(({ partner_uuid }) => partner_uuid).filter((uuid) => uuid !== deal.partner_uuid));
  const own = customFacts(config.fields, "deal", deal);
  return html`<aside class="card details"><h2>${t("deal.details")}</h2><${Facts} list=${[
    [t("deal.partner"), html`<${PartnerLink} record=${deal} />`],
    [t("deal.owner"), html`<${Owner} name=${personOf(config.users, deal.assigned_user_uuids)} />`],
    deal.lead_uuid && [t("deal.lead"), html`<a href=${href("leads/" + deal.lead_uuid)}>${deal.lead ? nameOfLead(deal.lead) : t("common.open")}</a>`],
    [t("deal.stageSince"), ago(deal.stage_entered_at)],
    deal.lost_reason && [t("deal.lostReason"), deal.lost_reason],
    [t("deal.tags"), deal.tag_uuids.length ? html`<span class="chips">${deal.tag_uuids.map((tag) => html`<${Swatch} pill record=${find(config.tags, tag) ?? { label: t("common.unknown") }} />`)}</span>` : null],
    ...deal.attributions.map(({ role, partner_uuid }) => [capital(words(role)), html`<a href=${href("partners/" + partner_uuid)}>${partner_uuid === deal.partner_uuid ? deal.partner_name : names[partner_uuid] ?? t("common.open")}</a>`]),
  ]} />${own.length > 0 && html`<h2>${t("partner.fields")}</h2><${Facts} list=${own} />`}
  <p class="muted small">${t("partner.added", { day: day(deal.created_at), version: deal.version })}</p></aside>`;
}
