using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Sending;

/// <summary>
/// Lets a long outage of the mail server end when the server is back, and not with the pause of the plan that is hours long by then. Once the
/// server is heard, what waits for it is brought forward by the slice, and no more as soon as it falls silent again; until then now and
/// then a single mail finds out. These tries come beside the plan's: none of them brings a mail closer to being given up.
/// </summary>
sealed class SendWhatWaited(WaitingDeliveries waiting, MailServerWord word, Wake wake, Mailbox configured, TimeProvider time, ILogger<SendWhatWaited> logger) : BackgroundService
{
    const int Slice = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var looked = time.GetUtcNow(); !stoppingToken.IsCancellationRequested;)
        {
            var (before, now) = (looked, time.GetUtcNow());
            looked = now;
            try
            {
                if (await (word.GivenSince(before) ? waiting.BringForwardAsync(Slice, stoppingToken) : waiting.BringOneForwardAsync(stoppingToken)) > 0)
                    wake.One();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "What waits for the mail server could not be brought forward; trying again");
            }

            await Task.Delay(configured.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
