namespace Helpdesk.Gateway.Docs;

/// <summary>What holds for every address of the API.</summary>
static class Introduction
{
    const string General = """
        Everything that the pages of Helpdesk do, over HTTP and JSON.

        - **Who calls**: an access token of `POST /api/sessions` as `Authorization: Bearer ...`, or the secret of a ticket's link as `Authorization: Tracking ...`, which opens the same addresses of that one ticket; `GET /api/tracking` tells its number. The token lasts an hour; `POST /api/sessions/refresh` gives the next one.
        - **Refusals** are problem details (RFC 9457) with a stable `type`, a sentence in `detail`, and the names of wrong fields in `errors`. What the caller may not know of is not found.
        - **Lists** come in pages: `items`, `page`, `size` (20, at most 100) and `more`.
        - **Repeating**: give what creates something an `Idempotency-Key`, and a repetition gets the first answer again and does nothing.
        - **Two at once**: send the `ETag` that you read as `If-Match`; when somebody was faster, the answer is 412 and says who changed what.
        - **Limits**: 20 requests in a minute for an address without an account, 100 for an account, unless the installation says otherwise. A 429 says in `Retry-After` when to come back.
        - **Times** are UTC, in ISO 8601.
        - **Changes** of this API are additions: read over members that you do not know. What is to go is marked `deprecated` here and answers with a `Deprecation` header for half a year before it goes.
        """;

    public static string Text(IReadOnlyCollection<string> missing) =>
        missing.Count == 0 ? General : $"{General}\n\n**Out of reach at the moment, and missing here:** {string.Join(", ", missing)}.";
}
