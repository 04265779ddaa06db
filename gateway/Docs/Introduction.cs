namespace Helpdesk.Gateway.Docs;

/// <summary>What holds for the whole API.</summary>
static class Introduction
{
    const string General = """
        Everything that the pages of Helpdesk do, over HTTP and JSON.

        - **Authentication**: an access token from `POST /api/sessions` as `Authorization: Bearer ...`, or the secret of a ticket's
          link as `Authorization: Tracking ...`, which opens the same addresses of that one ticket; `GET /api/tracking` tells its
          number. The token lasts an hour; `POST /api/sessions/refresh` gives the next one.
        - **Errors** are problem details (RFC 9457) with a stable `type`, a sentence in `detail`, and the names of invalid fields in
          `errors`. What the caller may not see answers 404.
        - **Lists** are paged: `items`, `page`, `size` (20, at most 100) and `more`.
        - **Idempotency**: send an `Idempotency-Key` with a request that creates something. A repetition with the same key gets the
          first response again and does nothing.
        - **Concurrency**: send the `ETag` that you read as `If-Match`. If somebody else was faster, the response is 412 and says who
          changed what.
        - **Rate limits**: 20 requests per minute for a network without an account, 100 for an account, unless the installation is
          configured otherwise. A 429 says in `Retry-After` when to try again.
        - **Times** are UTC, in ISO 8601.
        - **Versioning**: changes are additions, so ignore members that you do not know. What will be removed is marked `deprecated`
          here, and answers with a `Deprecation` header for half a year before it goes.
        """;

    public static string Text(IReadOnlyCollection<string> missing) =>
        missing.Count == 0 ? General : $"{General}\n\n**Out of reach at the moment, and missing here:** {string.Join(", ", missing)}.";
}
