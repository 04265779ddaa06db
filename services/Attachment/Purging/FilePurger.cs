using System.Diagnostics.CodeAnalysis;
using Helpdesk.Attachment.Claiming;
using Helpdesk.Attachment.Storing;
using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Purging;

/// <summary>Purges one ticket that is due: the files, then in one commit the rows and the receipt.</summary>
sealed class FilePurger(
    AttachmentDbContext db, IFileStore store, IPublishEndpoint publish, TimeProvider time, ILogger<FilePurger> logger)
{
    /// <summary>Whether any purge was due.</summary>
    public async Task<bool> CarryOutAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Locked to the end: another replica skips it, and a reopening waits for the outcome.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db.Purges.FromSql($"""
            select * from purge where next_attempt_at <= {now} order by next_attempt_at limit 1 for update skip locked
            """).ToListAsync(cancellationToken);
        if (due is not [var purge])
            return false;

        await db.LockFilesAsync(purge.TicketId, cancellationToken);
        var files = await db.Files.Where(x => x.TicketId == purge.TicketId && x.AttachedAt <= purge.ClosedAt)
            .OrderBy(x => x.Id).ToListAsync(cancellationToken);
        if (!purge.IsWithdrawn && !TryDelete(files, now, out var reason))
        {
            purge.Retry(reason, now);
            logger.LogWarning(
                "Not all files of ticket {Ticket} could be deleted at attempt {Attempt}: {Reason}",
                purge.TicketId, purge.Attempts, reason);
        }
        else
        {
            await SettleAsync(purge, files, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Deletes what is still there.</summary>
    /// <param name="files">The ticket's files.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="reason">Why something is left, if so.</param>
    bool TryDelete(IEnumerable<StoredFile> files, DateTimeOffset now, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        foreach (var file in files.Where(x => x.DeletedAt is null))
        {
            try
            {
                store.Delete(file.Id);
                file.DeletedAt = now;
            }
            catch (IOException exception)
            {
                reason = exception.Message;
            }
        }

        return reason is null;
    }

    async Task SettleAsync(Purge purge, List<StoredFile> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gone = files.FindAll(x => x.DeletedAt is not null);
        purge.Settle(now);
        db.RemoveRange(gone);
        if (purge.IsWithdrawn && gone.Count == 0)
            return;
        await publish.Publish(new AttachmentsPurged
        {
            TicketId = purge.TicketId,
            PurgedAt = now,
            Files = gone.ConvertAll(x => new PurgedFile { Id = x.Id, FileName = x.FileName, Size = x.Size, Sha256 = x.Sha256 }),
        }, cancellationToken);
    }
}
