import { act, post } from "../base/api.js";
import { usePartnerNames } from "../base/config.js";
import { capital, day, words } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { linkOf } from "../base/places.js";
import { useSettled } from "../base/query.js";
import { go, href } from "../base/router.js";
import { session } from "../base/session.js";
import { t } from "../texts.js";
import { open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";
import { icon } from "../ui/icons.js";
import { Failed, Skeleton } from "../ui/states.js";

export const STATES_OF_LEAD = ["new", "contacted", "qualified", "converted", "lost"].map((status) => [status, capital(words(status))]);

export const nameOfLead = (lead) => lead.company_name ?? lead.email;

/** The partner of a record, by its name. */
export const partnerInput = (known) => ({ name: "partner_uuid", label: t("lead.partner"), type: "record", finds: "partner", known });

export const leadInputs = (known) => [
  { name: "company_name", label: t("lead.company") },
  partnerInput(known),
  { name: "email", label: t("lead.email"), type: "email", half: true },
  { name: "website_url", label: t("lead.website"), half: true },
  { name: "first_name", label: t("lead.first"), half: true },
  { name: "last_name", label: t("lead.last"), half: true },
  { name: "phone_number", label: t("lead.phone"), half: true },
  { name: "country_code", label: t("lead.country"), half: true, placeholder: "DE" },
  { name: "estimated_value", label: t("lead.value"), type: "number", half: true },
  { name: "currency_code", label: t("lead.currency"), half: true, placeholder: session.get().company.currency_code },
  { name: "description", label: t("lead.description"), type: "area" },
];

/** A form that says while typing who knows this company already. */
export const newLead = ({ partner, done } = {}) =>
  open((close) => html`<${FormDialog} title=${t("lead.create")} fields=${leadInputs(partner?.name)} initial=${{ partner_uuid: partner?.uuid }} close=${close} action=${t("common.create")}
    aside=${(body) => html`<${InTheWay} body=${body} />`}
    save=${async (body) => {
      const lead = await post("/leads", body);
      done ? done(lead) : go("leads/" + lead.uuid);
    }} />`);

const KINDS_FOUND = ["registrations", "leads", "deals", "partners", "contacts"];
const TYPES_FOUND = { registrations: "lead", leads: "lead", deals: "deal", partners: "partner", contacts: "contact" };

function InTheWay({ body }) {
  const subject = JSON.stringify(filledOf(body));
  const settled = useSettled(subject, 400);
  const [findings, setFindings] = useState(null);
  useEffect(() => {
    const isEnough = settled !== "{}" && (body.email === undefined || /@.+\./.test(body.email ?? "@a."));
    if (!isEnough) return setFindings(null);
    let isCurrent = true;
    act("/leads/check", JSON.parse(settled)).then((found) => isCurrent && setFindings(found), () => isCurrent && setFindings(null));
    return () => (isCurrent = false);
  }, [settled]);
  return findings && html`<${Findings} findings=${findings} />`;
}

/** Who knows the company already; `except` is the record that asks. */
function Findings({ findings, except }) {
  const found = KINDS_FOUND.flatMap((kind) => findings[kind].map((finding) => ({ kind, ...finding }))).filter(({ uuid }) => uuid !== except);
  return html`<div class="findings" role="status"><h3>${icon(found.length ? "warn" : "ok", 16)} ${found.length ? t("lead.inWay") : t("lead.clear")}</h3>
    <ul>${found.slice(0, 8).map(({ kind, uuid, label, protected_until }) => html`<li key=${kind + uuid}><span class="muted">${capital(words(kind))}</span> <a href=${linkOf(TYPES_FOUND[kind], uuid)}><b>${label}</b></a>
      ${protected_until && html`<small>${t("lead.until", { day: day(protected_until) })}</small>`}</li>`)}</ul></div>`;
}

/** Whoever else knows the company of a lead. */
export function KnownElsewhere({ lead }) {
  const [findings, setFindings] = useState(null);
  const [failure, setFailure] = useState(null);
  const look = () => act("/leads/check", filledOf(lead)).then(setFindings, setFailure);
  useEffect(() => void look(), [lead.version]);
  if (failure) return html`<${Failed} failure=${failure} retry=${() => (setFailure(null), look())} />`;
  return findings ? html`<${Findings} findings=${findings} except=${lead.uuid} />` : html`<${Skeleton} rows=${3} />`;
}

const filledOf = ({ email, website_url, company_name }) => ({ email: email || undefined, website_url: website_url || undefined, company_name: company_name || undefined });

export const PartnerLink = ({ record }) =>
  record.partner_uuid ? html`<a href=${href("partners/" + record.partner_uuid)}>${record.partner_name ?? t("common.open")}</a>` : html`<span class="muted">–</span>`;

export const NamedPartner = ({ uuid }) => html`<a href=${href("partners/" + uuid)}>${usePartnerNames([uuid])[uuid] ?? t("common.open")}</a>`;
