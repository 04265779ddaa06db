using Helpdesk.Attachment.Storing;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Attachment.Downloading;

/// <summary>Who may see a file is Ticketing's to say: the grant is its word, for this file and a few minutes.</summary>
public static class DownloadFile
{
    public static void Map(RouteGroupBuilder api) => api.MapMethods("/{id:guid}", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .AllowAnonymous().Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("DownloadFile").WithSummary("The file, for whom a ticket's answer gave a grant; until a ticket has it, for who holds the receipt of its upload");

    static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, string? grant, [FromHeader(Name = PreviewedFile.Header)] string? receipt, HttpResponse response, AttachmentDbContext db,
        IFileStore store, Seals seals, TimeProvider time, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var given = seals.Inspect<DownloadGrant>(grant) is { } inspected && inspected.Value.AttachmentId == id ? inspected : null;
        var isOver = given is not null && seals.IsOver(given);
        var granted = given is not null && !isOver ? await FindAsync(db, given.Value, cancellationToken) : null;
        if ((granted ?? await PreviewedFile.FindAsync(db, seals, id, receipt, cancellationToken)) is not { } file || store.Open(id) is not { } stream)
            return isOver ? GrantExpired() : Problem.NotFound("file");

        // Pictures are of our own making. A document is as somebody sent it: it never opens in the browser, under our address.
        var disposition = new ContentDispositionHeaderValue(file.ContentType.StartsWith("image/", StringComparison.Ordinal) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        // As long as this grant lives, and in the person's own browser only. What a receipt shows is over as soon as a ticket has it.
        if (granted is not null && given?.Until is { } until)
            response.Headers.CacheControl = $"private, max-age={Math.Max(0, Math.Ceiling((until - time.GetUtcNow()).TotalSeconds))}";
        return TypedResults.Stream(stream, file.ContentType, entityTag: new($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>The caller was shown the ticket once, and gets another grant there; whether the file still exists is not said.</summary>
    static ProblemHttpResult GrantExpired() => Problem.Of(
        StatusCodes.Status404NotFound, "grant-expired",
            "This address of the file was good for a few minutes only. Please open the file from its ticket again.");

    /// <summary>The file, unless it belongs to another ticket or its time is over. Before the claim has arrived the grant alone speaks for it.</summary>
    static Task<StoredFile?> FindAsync(AttachmentDbContext db, DownloadGrant granted, CancellationToken cancellationToken) => db.Files.AsNoTracking()
        .Where(x => x.Id == granted.AttachmentId && x.DeletedAt == null && (x.TicketId == null || x.TicketId == granted.TicketId))
        .Where(x => !db.Purges.Any(y => y.TicketId == granted.TicketId && y.NextAttemptAt != null && y.ClosedAt >= x.AttachedAt && (y.ReopenedAt == null || y.ReopenedAt <= y.ClosedAt)))
        .SingleOrDefaultAsync(cancellationToken);
}
