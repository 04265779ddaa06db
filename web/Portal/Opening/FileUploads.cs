using Helpdesk.Portal.TicketPages;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Portal.Opening;

/// <summary>
/// Hands a person's files to Attachment as they come and keeps the receipts in the form, so that nothing has to be chosen twice.
/// </summary>
sealed class FileUploads(AttachmentClient attachments, ValueProtector protector, PageTexts texts) : IFormFileUploader
{
    public const int Most = 2;

    // What was uploaded in this request already: a page that is shown instead of its answer must not upload it once more.
    readonly Dictionary<IFormFile, string> _receipts = [];

    /// <summary>Leaves out the receipts that open no more; whether there were any.</summary>
    public bool DropUnreadable(List<string> receipts) => receipts.RemoveAll(x => protector.Unprotect<UploadReceipt>(x) is null) > 0;

    /// <summary>The receipts that are still good.</summary>
    public List<UploadedFile> Open(IEnumerable<string> receipts) =>
        [.. receipts.Select(x => (Receipt: x, File: protector.Unprotect<UploadReceipt>(x))).Where(x => x.File is not null)
            .DistinctBy(x => x.File!.Id).Take(Most)
            .Select(x => new UploadedFile(x.Receipt, x.File!.FileName, TicketExtensions.IsImage(x.File.ContentType)))];

    /// <summary>Uploads the files; for the first that was not accepted the key of a text that says why.</summary>
    public async Task<string?> UploadAsync(
        IEnumerable<IFormFile> files, List<string> receipts, string? credential, CancellationToken cancellationToken)
    {
        string? problem = null;
        // Of a field without a file a browser sends one without a name.
        foreach (var file in files.Where(x => x.Length > 0 || x.FileName is { Length: > 0 }))
        {
            if (file.Length == 0)
            {
                problem ??= "files.empty";
                continue;
            }

            if (receipts.Count >= Most)
                return "files.too-many";
            var answer = await attachments.UploadAsync(file, credential, cancellationToken);
            if (answer.Value is { } uploaded)
                receipts.Add(_receipts[file] = uploaded.Receipt);
            else
                problem ??= UploadProblemText.KeyOf(answer.Problem!, texts);
        }

        return problem;
    }

    public async Task<bool> UploadAsync(
        IFormFileCollection files, IDictionary<string, StringValues> fields, CancellationToken cancellationToken)
    {
        const string field = $"Form.{nameof(TicketForm.Receipts)}";
        List<string> receipts = [.. fields.TryGetValue(field, out var before) ? before.OfType<string>() : [], .. _receipts.Values];
        var problem = await UploadAsync(files.Where(x => !_receipts.ContainsKey(x)), receipts, null, cancellationToken);
        fields[field] = new([.. receipts]);
        return problem is null;
    }
}

/// <summary>A file that was uploaded already.</summary>
public sealed record UploadedFile(string Receipt, string Name, bool IsImage);
