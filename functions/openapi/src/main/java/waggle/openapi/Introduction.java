package waggle.openapi;

import waggle.model.Limits;

/** What holds for all operations (contract §1), as Markdown. */
final class Introduction {
    static final String TEXT = """
            Waggle keeps the partners of a company, and the leads, deals and payments they bring.

            **Keys.** Every call has `Authorization: Bearer <API key>`, but those of *The API itself*. A key may read, \
            write, or both, for everything or for some resources, and sees the records of its own company only.

            **JSON.** Names are in `snake_case`, times in UTC with milliseconds. A body has at most %d KiB. White space \
            around texts is taken off. A field that is not in this document is refused, and so is a parameter of a \
            read.

            **Errors.** `error` is a sentence for a person, `code` a word for a program. Of invalid input, `details` \
            names every fault at once. The request id finds the request again. A path that is not here answers 404, \
            another verb 405 with `Allow`.

            **Lists.** `page` and `pageSize` choose a page, and `meta` has exact counts. A filter takes one value or \
            several with commas between them; all filters must hold. A list without filters shows a write at once, a \
            filtered one within a second.

            **Changes.** PATCH is a JSON Merge Patch (RFC 7396): what is absent stays, `null` clears, lists are \
            replaced. `If-Match` with the record's `ETag` refuses a change with 412 when somebody else was first. With \
            an `Idempotency-Key`, a request can be sent again without being done twice.

            **Rate.** A key can make %d requests in %d seconds; then it gets 429, and `Retry-After` says when to go on.

            HEAD is answered like GET, without the body. Scripts of all origins may call, and OPTIONS is answered as \
            browsers expect (CORS).
            """.formatted(Limits.BODY_BYTES / 1024, Limits.RATE, Limits.RATE_WINDOW.toSeconds());

    private Introduction() {}
}
