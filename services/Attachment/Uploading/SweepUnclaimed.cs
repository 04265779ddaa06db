using Helpdesk.Attachment.Storing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>Deletes files that no ticket claimed in time, and what interrupted uploads left behind.</summary>
sealed class SweepUnclaimed(
    IServiceScopeFactory scopes, IFileStore store, IOptions<UploadOptions> options, TimeProvider time, ILogger<SweepUnclaimed> logger)
    : BackgroundService
{
    const int BatchSize = 100;
    static readonly TimeSpan LongestUpload = TimeSpan.FromHours(1);
    static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SweepBatchAsync(stoppingToken) == BatchSize)
                {
                }

                store.DeleteUnpublished(time.GetUtcNow() - LongestUpload);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Unclaimed files could not be swept; trying again in {Pause}", options.Value.SweepEvery);
            }

            await Task.Delay(options.Value.SweepEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<int> SweepBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AttachmentDbContext>();
        var now = time.GetUtcNow();
        // The rows stay locked while their files go: a claim that comes at this moment waits, and then finds nothing.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var files = await db.Files.FromSql($"""
            select * from stored_file where sweep_at <= {now} order by sweep_at limit {BatchSize} for update skip locked
            """).ToListAsync(cancellationToken);
        foreach (var file in files)
        {
            try
            {
                store.Delete(file.Id);
                db.Remove(file);
            }
            catch (IOException exception)
            {
                logger.LogWarning(exception, "The unclaimed file {File} could not be deleted", file.Id);
                file.SweepAt = now + RetryAfter;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return files.Count;
    }
}
