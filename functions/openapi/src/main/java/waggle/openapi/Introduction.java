package waggle.openapi;

import waggle.model.Limits;

/** The rules of all operations, as Markdown (docs/api.md, "Conventions" and "Lists"). */
final class Introduction {
    static final String TEXT = """
            Waggle stores the partners of a company, and the leads, deals and payments that they bring.

            **Keys.** Every request needs the header `Authorization: Bearer <API key>`, except those of *The API \
            itself*. A key has read permission, write permission or both, for all resources or for some. It reaches \
            the records of its own company only.

            **JSON.** Names are in `snake_case`, times in UTC with milliseconds. A body has at most %d KiB. Leading \
            and trailing white space of texts is trimmed. Unknown fields return 400, and so do unknown query \
            parameters of a GET.

            **Errors.** `error` is a sentence for people, `code` a word for programs. If the input is invalid, \
            `details` lists every fault. The request id identifies the request in support questions. Unknown paths \
            return 404; unsupported methods return 405 with `Allow`.

            **Lists.** `page` and `pageSize` select a page, and `meta` has exact counts. A filter takes one value, or \
            several separated by commas. Several filters must all match. A list without filters contains a write as \
            soon as the write returns, a filtered list within a second.

            **Sizes.** A record has at most %d KiB as JSON; a larger one returns 413 with the code \
            `record_too_large`. A page of a list has at most %d MiB; a larger one returns 400 with the code \
            `response_too_large` and the `pageSize` that fits.

            **Changes.** PATCH is a JSON Merge Patch (RFC 7396): an absent field keeps its value, `null` clears it, \
            and a list replaces the old one. `If-Match` with the record's `ETag` makes a change fail with 412 if the \
            record has changed since. With an `Idempotency-Key`, a client can retry a request, and the server runs it \
            once.

            **Rate limit.** A key may send %d requests in %d seconds. Further requests return 429, and `Retry-After` \
            has the seconds to wait.

            **Load.** If other writers always come first for 10 seconds, or the table cannot be reached, the reply is \
            503 with `Retry-After`, and nothing was written.

            HEAD returns the headers of GET. Browsers may call the API from every origin (CORS).
            """.formatted(
                    Limits.BODY_BYTES / 1024,
                    Limits.RECORD_BYTES / 1024,
                    Limits.PAGE_BYTES / 1024 / 1024,
                    Limits.RATE,
                    Limits.RATE_WINDOW.toSeconds());

    private Introduction() {}
}
