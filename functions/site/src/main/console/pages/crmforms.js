import { post, remove } from "../base/api.js";
import { html } from "../base/lib.js";
import { go } from "../base/router.js";
import { t } from "../texts.js";
import { confirm, open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";

const CREDENTIALS = {
  hubspot: ["token"],
  pipedrive: ["token"],
  salesforce: ["my_domain", "consumer_key", "consumer_secret"],
};
const PROVIDERS = [["hubspot", "HubSpot"], ["pipedrive", "Pipedrive"], ["salesforce", "Salesforce"]];

const inputs = ({ provider }) => [
  { name: "provider", label: t("crm.provider"), type: "select", required: true, options: PROVIDERS, half: true },
  { name: "label", label: t("setting.label"), required: true, half: true },
  ...CREDENTIALS[provider || "hubspot"].map((name) => ({ name: "credentials." + name, sub: "credentials", label: t("crm." + name), required: true, type: name === "my_domain" ? "text" : "password", spelled: false })),
  { name: "sync_every_minutes", label: t("crm.everyMinutes"), type: "number", half: true },
];

export const connect = (done) => open((close) => html`<${FormDialog} title=${t("crm.connect")} close=${close} action=${t("crm.connect")} fields=${inputs} initial=${{ provider: "hubspot", label: "HubSpot", sync_every_minutes: "2" }}
  save=${async (body) => {
    const connection = await post("/crm-connections", body);
    await done();
    go("crm/" + connection.uuid);
  }} />`);

export const disconnect = (connection, done) => confirm({ title: t("crm.disconnect"), text: t("crm.disconnectText"), word: connection.label, action: t("crm.disconnect"), run: async () => {
  await remove("/crm-connections/" + connection.uuid);
  await done();
  go("crm");
} });
