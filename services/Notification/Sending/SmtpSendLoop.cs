using Helpdesk.Api.Deliveries;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Polly.CircuitBreaker;

namespace Helpdesk.Notification.Sending;

/// <summary>One connection's worth of sending: takes a handful, hands the mails over one by one and settles each before the next.</summary>
sealed class SmtpSendLoop(
    DueDeliveries due, DeliveryRefresher refresher, UndeliveredReplyRecipients undelivered, MailRenderer renderer, CachedSettings settings,
    SmtpOptions configured, IMailTransport transport, DeliverySignal signal, SendingMeter meter, MailServerHealth health, TimeProvider time,
    ILogger<SmtpSendLoop> logger)
{
    const int Handful = 5;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var atMost = health.ClaimBatch(Handful);
                var taken = atMost == 0 ? [] : await due.TakeAsync(atMost, stopping);
                if (atMost == 1 && taken.Count == 0)
                    health.ReleaseProbe();
                if (taken.Count == Handful)
                    signal.Notify();
                if (taken.Count > 0)
                    await SendAsync(taken, stopping);
                else
                    await RestAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The ledger is out of reach; trying again");
                await Task.Delay(TimeSpan.FromSeconds(1), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        transport.Dispose();
    }

    async Task RestAsync(CancellationToken stopping)
    {
        await transport.RestAsync();
        await signal.WaitAsync(configured.Poll, stopping);
    }

    async Task SendAsync(List<Delivery> taken, CancellationToken stopping)
    {
        var leaseEnds = time.GetUtcNow() + configured.Lease;
        for (var i = 0; i < taken.Count; i++)
        {
            var isForOthers = i > 0 && health.IsDown;
            if (isForOthers || stopping.IsCancellationRequested || time.GetUtcNow() + configured.Timeout >= leaseEnds)
            {
                await due.ReleaseAsync(taken.Skip(i));
                return;
            }

            await SendAsync(taken[i]);
        }
    }

    async Task SendAsync(Delivery delivery)
    {
        using var span = SendingMeter.Start(delivery);
        SmtpOptions? smtp = null;
        try
        {
            // A worker that died with it again and again must not try for ever.
            if (delivery.Attempts > RetrySchedule.Attempts)
                throw new MailRefusedException(DeliveryCause.Exhausted, "The worker was lost while sending this mail, at every attempt.");
            if (Mail.FromJson(delivery.Model).Expiry <= time.GetUtcNow())
                throw new MailRefusedException(DeliveryCause.Expired, "Its link stopped working before it could be sent.");
            // Not cut short by a shutdown: the timeout bounds it, and a mail half said is a mail perhaps sent twice.
            var current = await settings.GetAsync(CancellationToken.None);
            if (!await refresher.TryRefreshAsync(delivery, current, CancellationToken.None))
            {
                await undelivered.NotifyOthersAsync(delivery, UnattendedReason.NoLongerAgent, current, CancellationToken.None);
                await due.MarkSuppressedAsync(delivery);
                meter.Suppressed(delivery);
                return;
            }

            await health.SendAsync(async () =>
            {
                smtp = Usable(current);
                await transport.SendAsync(await renderer.RenderAsync(delivery, current, smtp), smtp, CancellationToken.None);
            });
        }
        catch (BrokenCircuitException)
        {
            await due.ReleaseAsync([delivery]);
            return;
        }
        catch (Exception exception)
        {
            await NotSentAsync(delivery, smtp, exception);
            return;
        }

        await due.MarkSentAsync(delivery);
        meter.Sent(delivery);
    }

    async Task NotSentAsync(Delivery delivery, SmtpOptions? smtp, Exception exception)
    {
        var reason = ErrorText.ForLedger(exception, smtp);
        logger.LogWarning(
            "Mail {Delivery} about {Ticket} was not sent at attempt {Attempt}: {Reason}",
            delivery.Id, delivery.TicketNumber, delivery.Attempts, ErrorText.ForLog(exception));
        meter.NotSent(delivery);
        var refused = exception as MailRefusedException;
        var isOutage = health.IsDown && exception is MailServerUnavailableException or TimeoutException;
        if (isOutage && (delivery.WaitingSince ?? time.GetUtcNow()) + RetrySchedule.LongestOutage > time.GetUtcNow())
        {
            await due.KeepDueAsync(delivery, reason);
            return;
        }

        if (refused is null && !isOutage && RetrySchedule.PauseAfter(delivery.Attempts) is { } pause)
        {
            await due.RescheduleAsync(delivery, pause, reason);
            return;
        }

        // First, for what is settled is never looked at again.
        var current = await settings.GetAsync(CancellationToken.None);
        await undelivered.NotifyOthersAsync(delivery, UnattendedReason.Unreachable, current, CancellationToken.None);
        var cause = refused?.Cause ?? DeliveryCause.Exhausted;
        await due.MarkFailedAsync(delivery, cause, reason, refused?.ByServer == true);
        meter.Failed(delivery, cause);
    }

    /// <summary>Settings that cannot be used are as a server that cannot: all mails wait until they are repaired.</summary>
    static SmtpOptions Usable(NotificationSettings settings)
    {
        try
        {
            return settings.Smtp();
        }
        catch (InvalidOperationException exception)
        {
            throw new MailServerUnavailableException(exception);
        }
    }
}
