using Helpdesk.Attachment.Storing;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Downloading;

/// <summary>
/// A file as far as the caller may see it, and its headers. Who may is Ticketing's to say: the grant is its word, for this file and a few
/// minutes. Until a ticket has it, it is shown to who holds the receipt of its upload.
/// </summary>
sealed class ShownFile(AttachmentDbContext db, ValueProtector protector, TimeProvider time)
{
    bool _isOver;

    /// <summary>The file; null where it is not there for this caller.</summary>
    public async Task<StoredFile?> FindAsync(
        Guid id, string? grant, string? receipt, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var given = protector.UnprotectIncludingExpired<DownloadGrant>(grant) is { } inspected && inspected.Value.AttachmentId == id ? inspected : null;
        _isOver = given is not null && protector.IsExpired(given);
        var granted = given is not null && !_isOver ? await FindAsync(given.Value, cancellationToken) : null;
        if ((granted ?? await UnclaimedFile.FindAsync(db, protector, id, receipt, cancellationToken)) is not { } file)
            return null;

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        // As long as this grant lives, and in the person's own browser only. What a receipt shows is over as soon as a ticket has it.
        if (granted is not null && given?.ExpiresAt is { } until)
            response.Headers.CacheControl = $"private, max-age={Math.Max(0, Math.Ceiling((until - time.GetUtcNow()).TotalSeconds))}";
        return file;
    }

    /// <summary>Why it is not there. Who was shown the ticket once gets another grant there;
    /// whether the file still exists is not said.</summary>
    public ProblemHttpResult NotFound(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return _isOver
            ? Problem.Of(StatusCodes.Status404NotFound, "grant-expired",
                "This address of the file was good for a few minutes only. Please open the file from its ticket again.")
            : Problem.NotFound("file");
    }

    /// <summary>The file, unless it belongs to another ticket or its time is over.
    /// Before the claim has arrived the grant alone speaks for it.</summary>
    Task<StoredFile?> FindAsync(DownloadGrant granted, CancellationToken cancellationToken) => db.Files.AsNoTracking()
        .Where(x => x.Id == granted.AttachmentId && x.DeletedAt == null && (x.TicketId == null || x.TicketId == granted.TicketId))
        .Where(x => !db.Purges.Any(y =>
            y.TicketId == granted.TicketId && y.NextAttemptAt != null
            && y.ClosedAt >= x.AttachedAt && (y.ReopenedAt == null || y.ReopenedAt <= y.ClosedAt)))
        .SingleOrDefaultAsync(cancellationToken);
}
