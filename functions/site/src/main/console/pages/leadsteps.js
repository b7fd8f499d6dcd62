import { act, post } from "../base/api.js";
import { html } from "../base/lib.js";
import { ofKind, options } from "../base/config.js";
import { go } from "../base/router.js";
import { t } from "../texts.js";
import { inTurn, sayCount } from "../ui/bulk.js";
import { open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";
import { say } from "../ui/toast.js";
import { nameOfLead } from "./leadforms.js";

const step = (lead, name, body) => act(`/leads/${lead.uuid}/${name}`, body);

/** Puts the lead under protection, at once or until a decision. */
export const register = async (lead) => step(lead, "register");
export const withdraw = async (lead) => step(lead, "withdraw");

/** Approves with the company's days. */
export async function approve(lead) {
  const after = await step(lead, "approve", {});
  say(t("lead.approved", { name: nameOfLead(lead) }));
  return after;
}

/** Decides about leads, says how many, and returns those that failed; `done` gets each lead as it is then. */
async function decideAll(leads, name, body, text, done) {
  const failed = await inTurn(leads, async (lead) => {
    done(await step(lead, name, body));
  });
  sayCount(text, leads.length - failed.length, leads.length);
  return failed;
}

export const approveLeads = (leads, done) => decideAll(leads, "approve", {}, "lead.approvedAll", done);

/** Rejects leads for a reason. A person who turns back has rejected none. */
export const rejectAll = (leads, done) =>
  new Promise((resolve) => {
    let failed = leads;
    const save = async (body) => (failed = await decideAll(leads, "reject", body, "lead.rejectedAll", done));
    open((close) => html`<${FormDialog} title=${t("lead.rejectAll", { n: leads.length })} close=${() => (close(), resolve(failed))} action=${t("lead.reject")} text=${leads.map(nameOfLead).join(", ")}
      fields=${[{ name: "reason", label: t("lead.reason"), type: "area", required: true }]} save=${save} />`);
  });

export const approveFor = (lead, done) =>
  open((close) => html`<${FormDialog} title=${t("lead.approve")} close=${close} action=${t("lead.approve")}
    fields=${[{ name: "protected_days", label: t("lead.days"), type: "number" }]}
    save=${async ({ protected_days }) => done(await step(lead, "approve", protected_days ? { protected_days } : {}))} />`);

export const reject = (lead, done) =>
  open((close) => html`<${FormDialog} title=${t("lead.reject")} close=${close} action=${t("lead.reject")} text=${nameOfLead(lead)}
    fields=${[{ name: "reason", label: t("lead.reason"), type: "area", required: true }]}
    save=${async (body) => {
      done(await step(lead, "reject", body));
      say(t("lead.rejected", { name: nameOfLead(lead) }));
    }} />`);

export const extend = (lead, done) =>
  open((close) => html`<${FormDialog} title=${t("lead.extend")} close=${close} action=${t("lead.extend")} initial=${{ protected_days: "30" }}
    fields=${[{ name: "protected_days", label: t("lead.days"), type: "number", required: true }]}
    save=${async (body) => done(await step(lead, "extend", body))} />`);

/** Makes a deal of the lead. */
export const convert = (lead, stages) =>
  open((close) => html`<${FormDialog} title=${t("lead.convert")} close=${close} action=${t("lead.convert")} text=${nameOfLead(lead)}
    initial=${{ label: nameOfLead(lead), deal_value: lead.estimated_value ?? "", currency_code: lead.currency_code ?? "" }}
    fields=${[
      { name: "label", label: t("deal.label"), required: true },
      { name: "deal_value", label: t("deal.value"), type: "number", half: true },
      { name: "currency_code", label: t("deal.currency"), half: true },
      { name: "stage_uuid", label: t("deal.stage"), type: "select", options: options(ofKind(stages, "deal").filter(({ phase }) => !phase.startsWith("closed"))), half: true },
      { name: "expected_close_date", label: t("deal.close"), type: "date", half: true },
    ]}
    save=${async (body) => {
      const deal = await post(`/leads/${lead.uuid}/convert`, Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)));
      say(t("lead.converted"));
      go("deals/" + deal.uuid);
    }} />`);
