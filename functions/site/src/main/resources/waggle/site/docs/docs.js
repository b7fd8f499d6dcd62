"use strict";

const DOCUMENT = new URL("openapi.json", document.baseURI).href;

/** The document names its server relative to itself, so that it holds wherever it lies; people want to see the address. */
function withWholeAddresses(response) {
  if (response.url !== DOCUMENT || !response.ok) {
    return response;
  }
  const api = JSON.parse(response.text);
  for (const server of api.servers ?? []) {
    server.url = new URL(server.url, DOCUMENT).href;
  }
  response.text = JSON.stringify(api);
  return response;
}

SwaggerUIBundle({
  url: DOCUMENT,
  dom_id: "#docs",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  docExpansion: "list",
  filter: true,
  requestSnippetsEnabled: true,
  responseInterceptor: withWholeAddresses,
  // Otherwise a document of a public address is sent to another host to be validated.
  validatorUrl: null,
});
