using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>
/// Bounds how many bytes wait for a ticket. They are summed up at most once a second; meanwhile what this process stores is added.
/// </summary>
sealed class UnclaimedQuota(IOptions<UploadOptions> options, TimeProvider time)
{
    static readonly TimeSpan Recount = TimeSpan.FromSeconds(1);

    long _countedAt;
    long _bytes;

    public async Task<bool> IsFullAsync(AttachmentDbContext db, CancellationToken cancellationToken)
    {
        var (now, countedAt) = (time.GetUtcNow().UtcTicks, Volatile.Read(ref _countedAt));
        if (now - countedAt > Recount.Ticks && Interlocked.CompareExchange(ref _countedAt, now, countedAt) == countedAt)
        {
            Volatile.Write(ref _bytes,
                await db.Files.Where(x => x.SweepAt != null).SumAsync(x => x.Size + x.PreviewSize, cancellationToken));
        }

        return Volatile.Read(ref _bytes) >= options.Value.MaxUnclaimed;
    }

    public void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
