using System.Security.Cryptography;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Storing;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>
/// Writes bytes and row, in this order: no file is ever without a row, wherever the process dies, so the sweep finds everything.
/// </summary>
sealed class StoreUpload(AttachmentDbContext db, IFileStore store, IOptions<UploadOptions> options, TimeProvider time)
{
    public async Task<StoredFile> StoreAsync(string fileName, CheckedFile checkedFile, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(now),
            FileName = fileName,
            ContentType = checkedFile.ContentType,
            Size = checkedFile.Bytes.Length,
            PreviewSize = checkedFile.Preview.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(checkedFile.Bytes.Span)),
            UploadedAt = now,
            SweepAt = now + options.Value.ClaimWithin,
        };
        await store.WriteAsync(file.Id, checkedFile, cancellationToken);
        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        store.Publish(file.Id);
        return file;
    }
}
