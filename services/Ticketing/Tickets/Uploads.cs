using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Reads the receipts that Attachment gave for uploaded files, without asking it.</summary>
sealed class Uploads(Seals seals)
{
    public const int PerMessage = 2;

    /// <summary>Of all messages of a ticket together, so that nobody fills the disk through one link.</summary>
    public const int PerTicket = 40;

    /// <summary>The files of a message, or why they cannot be taken.</summary>
    public IResult? Read(string[]? receipts, out IReadOnlyList<AttachedFile> files)
    {
        files = [];
        if (receipts is null or [])
            return null;
        if (receipts.Length > PerMessage)
            return Problem.Invalid("attachments", $"At most {PerMessage} files can be attached.");
        var opened = receipts.Select(x => seals.Open<UploadReceipt>(x)).ToList();
        if (opened.Contains(null) || opened.DistinctBy(x => x!.Id).Count() < opened.Count)
            return Problem.Invalid("attachments", "A file's upload has expired, or it is named twice. Please attach it again.");
        files = [.. opened.Select(x => new AttachedFile { Id = x!.Id, FileName = x.FileName, ContentType = x.ContentType, Size = x.Size })];
        return null;
    }

    public static IResult AlreadyUsed => Problem.Invalid("attachments", "A file belongs to another message already. Please attach it again.");
}
