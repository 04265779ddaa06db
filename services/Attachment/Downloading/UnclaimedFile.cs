using Helpdesk.Attachment.Storing;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Downloading;

/// <summary>A file that no ticket has yet is shown to who holds its receipt: to nobody else but who sent it.</summary>
static class UnclaimedFile
{
    public const string Header = "Upload-Receipt";

    /// <summary>The file; null when the receipt is another's or has ended, and once a ticket claimed the file.</summary>
    public static async Task<StoredFile?> FindAsync(AttachmentDbContext db, ValueProtector protector, Guid id, string? receipt, CancellationToken cancellationToken) =>
        protector.Unprotect<UploadReceipt>(receipt)?.Id == id
            ? await db.Files.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.TicketId == null && x.DeletedAt == null, cancellationToken)
            : null;
}
