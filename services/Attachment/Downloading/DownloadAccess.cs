using Helpdesk.Api;
using Helpdesk.Attachment.Storing;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Downloading;

/// <summary>
/// Finds a file that the caller may see, and sets its headers. Ticketing decides who may: the grant is its word, for this file and a few
/// minutes. Until a ticket has the file, whoever holds the receipt of its upload sees it.
/// </summary>
sealed class DownloadAccess(AttachmentDbContext db, ValueProtector protector, TimeProvider time)
{
    /// <summary>Whoever was shown the ticket gets another grant there. Whether the file still exists is not said.</summary>
    static Refusal GrantExpired { get; } = new(
        ProblemTypes.GrantExpired,
        "This address of the file was good for a few minutes only. Please open the file from its ticket again.",
        StatusCodes.Status404NotFound);

    static Refusal NotFound { get; } = Refusal.NotFound("file");

    public async Task<Result<StoredFile>> FindAsync(
        Guid id, string? grant, string? receipt, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var given = protector.UnprotectIncludingExpired<DownloadGrant>(grant) is { } inspected && inspected.Value.AttachmentId == id
            ? inspected
            : null;
        var isExpired = given is not null && protector.IsExpired(given);
        var granted = given is not null && !isExpired ? await FindGrantedAsync(given.Value, cancellationToken) : null;
        if ((granted ?? await FindUnclaimedAsync(id, receipt, cancellationToken)) is not { } file)
            return isExpired ? GrantExpired : NotFound;

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        // For as long as the grant lives, in the reader's own browser only. What a receipt shows ends as soon as a ticket has it.
        if (granted is not null && given?.ExpiresAt is { } until)
            response.Headers.CacheControl = $"private, max-age={Math.Max(0, Math.Ceiling((until - time.GetUtcNow()).TotalSeconds))}";
        return file;
    }

    /// <summary>The answer when the file, or its preview, turns out not to be there.</summary>
    public static IResult NotThere(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return NotFound.ToProblem();
    }

    /// <summary>
    /// The file, unless it belongs to another ticket or is due to be purged. Before the claim has arrived the grant alone speaks for it.
    /// </summary>
    Task<StoredFile?> FindGrantedAsync(DownloadGrant grant, CancellationToken cancellationToken) => db.Files.AsNoTracking()
        .Where(x => x.Id == grant.AttachmentId && x.DeletedAt == null && (x.TicketId == null || x.TicketId == grant.TicketId))
        .Where(x => !db.Purges.Any(y =>
            y.TicketId == grant.TicketId && y.NextAttemptAt != null
            && y.ClosedAt >= x.AttachedAt && (y.ReopenedAt == null || y.ReopenedAt <= y.ClosedAt)))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The file; null when the receipt is another's or has expired, and once a ticket has claimed the file.</summary>
    async Task<StoredFile?> FindUnclaimedAsync(Guid id, string? receipt, CancellationToken cancellationToken) =>
        protector.Unprotect<UploadReceipt>(receipt)?.Id == id
            ? await db.Files.AsNoTracking()
                .SingleOrDefaultAsync(x => x.Id == id && x.TicketId == null && x.DeletedAt == null, cancellationToken)
            : null;
}
