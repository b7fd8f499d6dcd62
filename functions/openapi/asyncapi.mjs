// Validates the AsyncAPI document that the build has written.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const text = readFileSync("target/classes/waggle/asyncapi.json", "utf8");
const { document, diagnostics } = await new Parser().parse(text);
for (const { severity, message, path } of diagnostics) {
  console.log(`${["error", "warning", "info", "hint"][severity]} ${path.join(".")}: ${message}`);
}
if (!document) {
  process.exit(1);
}
console.log(`${document.operations().length} operations, ${document.messages().length} messages`);
