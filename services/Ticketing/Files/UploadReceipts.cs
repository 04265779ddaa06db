using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Files;

/// <summary>Reads the receipts that Attachment gave for uploaded files, without asking it.</summary>
sealed class UploadReceipts(ValueProtector protector)
{
    public const int MostPerMessage = 2;

    public static Refusal AlreadyUsed { get; } =
        Refusal.Invalid("attachments", "A file belongs to another message already. Please attach it again.");

    /// <summary>The files of a message, or why they cannot be taken.</summary>
    public Result<AttachedFile[]> Read(string[]? receipts)
    {
        if (receipts is null or [])
            return Array.Empty<AttachedFile>();
        if (receipts.Length > MostPerMessage)
            return Refusal.Invalid("attachments", $"At most {MostPerMessage} files can be attached.");
        var opened = receipts.Select(x => protector.Unprotect<UploadReceipt>(x)).OfType<UploadReceipt>().DistinctBy(x => x.Id).ToList();
        if (opened.Count < receipts.Length)
            return Refusal.Invalid("attachments", "A file's upload has expired, or it is named twice. Please attach it again.");
        return opened
            .Select(x => new AttachedFile { Id = x.Id, FileName = x.FileName, ContentType = x.ContentType, Size = x.Size }).ToArray();
    }
}
