using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>
/// Bounds how many bytes are stored altogether. They are summed up once a minute; meanwhile what this process stores is added. Together,
/// replicas may exceed the limit by what they store in a minute.
/// </summary>
sealed class StorageQuota(IOptions<UploadOptions> options, TimeProvider time)
{
    static readonly TimeSpan Recount = TimeSpan.FromMinutes(1);

    long _countedAt;
    long _bytes;

    public async Task<bool> IsFullAsync(AttachmentDbContext db, CancellationToken cancellationToken)
    {
        var (now, countedAt) = (time.GetUtcNow().UtcTicks, Volatile.Read(ref _countedAt));
        // One request counts; those beside it go by the last number.
        if (now - countedAt > Recount.Ticks && Interlocked.CompareExchange(ref _countedAt, now, countedAt) == countedAt)
        {
            Volatile.Write(ref _bytes,
                await db.Files.Where(x => x.DeletedAt == null).SumAsync(x => x.Size + x.PreviewSize, cancellationToken));
        }

        return Volatile.Read(ref _bytes) >= options.Value.MaxStored;
    }

    public void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
