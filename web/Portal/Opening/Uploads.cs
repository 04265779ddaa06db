using System.Net.Http.Headers;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Texts;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Portal.Opening;

/// <summary>Hands a person's files to Attachment as they come and keeps the receipts in the form, so that nothing has to be chosen twice.</summary>
sealed class Uploads(Services services, ValueProtector protector, PageTexts texts) : IFileKeeper
{
    public const int Most = 2;
    public const int MostBytes = 5 * 1024 * 1024;

    // What was taken in this request already: what is shown instead of its answer must not take it once more.
    readonly Dictionary<IFormFile, string> _taken = [];

    sealed record Uploaded(string Receipt);

    /// <summary>Leaves out the receipts that open no more; whether there were any.</summary>
    public bool DropUnreadable(List<string> receipts) => receipts.RemoveAll(x => protector.Unprotect<UploadReceipt>(x) is null) > 0;

    /// <summary>The receipts that are still good.</summary>
    public List<KeptFile> Open(IEnumerable<string> receipts) =>
        [.. receipts.Select(x => (Receipt: x, Opened: protector.Unprotect<UploadReceipt>(x))).Where(x => x.Opened is not null).DistinctBy(x => x.Opened!.Id)
            .Select(x => new KeptFile(x.Receipt, x.Opened!.FileName, x.Opened.ContentType.StartsWith("image/", StringComparison.Ordinal))).Take(Most)];

    /// <summary>Sends the files; for the first that was not taken the key of a text that says why.</summary>
    public async Task<string?> SendAsync(IEnumerable<IFormFile> files, List<string> receipts, string? credential, CancellationToken cancellationToken)
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
            var answer = await SendAsync(file, credential, cancellationToken);
            if (answer.Value is { } uploaded)
                receipts.Add(_taken[file] = uploaded.Receipt);
            else
                problem ??= FileRefusal.KeyOf(answer.Refusal!, texts);
        }

        return problem;
    }

    public async Task<bool> KeepAsync(
        IFormFileCollection files, IDictionary<string, StringValues> fields, CancellationToken cancellationToken)
    {
        const string kept = $"Form.{nameof(TicketForm.Kept)}";
        List<string> receipts = [.. fields.TryGetValue(kept, out var before) ? before.OfType<string>() : [], .. _taken.Values];
        var problem = await SendAsync(files.Where(x => !_taken.ContainsKey(x)), receipts, null, cancellationToken);
        fields[kept] = new([.. receipts]);
        return problem is null;
    }

    async Task<Answer<Uploaded>> SendAsync(IFormFile file, string? credential, CancellationToken cancellationToken)
    {
        using var body = new MultipartFormDataContent();
        using var content = new StreamContent(file.OpenReadStream());
        if (MediaTypeHeaderValue.TryParse(file.ContentType, out var type))
            content.Headers.ContentType = type;
        body.Add(content, "file", Path.GetFileName(file.FileName) is { Length: > 0 } name ? name : "file");
        return await services.SendAsync<Uploaded>(new(HttpMethod.Post, "attachment", "/api/attachments") { Content = body, Credential = credential }, cancellationToken);
    }
}

/// <summary>A file that was taken already.</summary>
public sealed record KeptFile(string Receipt, string Name, bool IsPicture);
