using Helpdesk.Api.Operations;
using Helpdesk.Operations.Queues;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Helpdesk.Operations.Failures;

/// <summary>
/// Sends back what is to be tried again: under the id it had, and settled only when the broker has confirmed it. Killed in between, it is
/// sent once more, and its consumer drops the second one by that id.
/// </summary>
sealed class ReturnMessages(
    IServiceProvider services, ReturnSignal signal, ProtectedMessages messages, TimeProvider time, ILogger<ReturnMessages> logger)
    : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ReturnOneAsync(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && TransientFaults.IsTransient(exception))
            {
                logger.LogDebug("Messages that are to be tried again wait: {Reason}", exception.GetBaseException().Message);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "A message that is to be tried again could not be sent back");
            }

            await signal.WaitAsync(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> ReturnOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OperationsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var next = db.Failures.FromSql($"""
            SELECT * FROM failure WHERE state = 'Returning' ORDER BY last_failed_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """);
        if (await next.ToListAsync(cancellationToken) is not [var failure])
            return false;

        var now = time.GetUtcNow();
        var step = await PublishAsync(failure, cancellationToken);
        if (step == FailureStep.Retried)
        {
            (failure.State, failure.SettledAt, failure.Message) = (FailureState.Retried, now, null);
        }
        else
        {
            failure.State = FailureState.Waiting;
            db.Add(new FailureAction { FailureId = failure.Id, What = step, At = now, ByName = "Helpdesk" });
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Retried when the broker has it; else what stands in the way for good.</summary>
    async Task<FailureStep> PublishAsync(Failure failure, CancellationToken cancellationToken)
    {
        if (!messages.TryUnprotect(failure.Message!, out var properties, out var body))
            return FailureStep.CouldNotBeRead;
        await using var channel = await services.GetRequiredService<IConnection>().CreateChannelAsync(Confirmed, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            await channel.BasicPublishAsync("", failure.Queue, mandatory: true, properties, body, patience.Token);
            return FailureStep.Retried;
        }
        catch (PublishException exception) when (exception.IsReturn)
        {
            return FailureStep.QueueWasMissing;
        }
    }
}
