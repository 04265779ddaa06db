using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Claiming;

static class TicketLock
{
    /// <summary>
    /// Until the end of the transaction nobody else claims or purges files of this ticket. Without it a claim could commit
    /// just after the purge has looked for files, and its file would stay for ever.
    /// </summary>
    public static Task LockFilesAsync(this AttachmentDbContext db, Guid ticketId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({ticketId.ToString()}, 0))", cancellationToken);
}
