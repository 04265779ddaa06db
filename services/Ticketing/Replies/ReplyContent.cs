using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Files;

namespace Helpdesk.Ticketing.Replies;

/// <summary>What a reply says, checked and cleaned.</summary>
sealed record ReplyContent(string Text, IReadOnlyList<AttachedFile> Files)
{
    public static Result<ReplyContent> Of(string typed, string[]? receipts, UploadReceipts uploads)
    {
        if (!uploads.Read(receipts).TryGet(out var files, out var badFiles))
            return badFiles;
        var text = TextSanitizer.Multiline(typed);
        if (text.Length == 0)
            return Refusal.Invalid("text", "Please write something.");
        return new ReplyContent(text, files);
    }
}
