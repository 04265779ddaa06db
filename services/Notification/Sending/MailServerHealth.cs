using Helpdesk.Notification.Transport;
using MailKit.Net.Smtp;
using Polly;
using Polly.CircuitBreaker;

namespace Helpdesk.Notification.Sending;

/// <summary>
/// Stops sending while the mail server is down, so that mails stay due and no try is wasted on them; now and then one of them finds
/// out whether it is back. Then all that waits goes.
/// </summary>
sealed class MailServerHealth
{
    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);
    /// <summary>When the mail that was to find out was never sent, another does after so long.</summary>
    static readonly TimeSpan Claim = TimeSpan.FromSeconds(5);

    readonly CircuitBreakerStateProvider _state = new();
    readonly ResiliencePipeline _circuit;
    readonly TimeProvider _time;
    long _askAt;
    volatile bool _answered;

    public MailServerHealth(DeliverySignal signal, TimeProvider time, ILogger<MailServerHealth> logger)
    {
        _time = time;
        _circuit = new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(new()
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } exception && IsUnavailable(exception)),
            // A mail that is alone tries a second time after 15 s: it must be seen together with the first.
            SamplingDuration = TimeSpan.FromMinutes(1),
            MinimumThroughput = 2,
            FailureRatio = 0.2,
            BreakDurationGenerator = args => ValueTask.FromResult(PauseAfter(args.HalfOpenAttempts)),
            StateProvider = _state,
            OnOpened = args =>
            {
                Volatile.Write(ref _askAt, (time.GetUtcNow() + args.BreakDuration).UtcTicks);
                logger.LogWarning("The mail server is down; it is asked again in {Pause}", args.BreakDuration);
                return default;
            },
            OnClosed = _ =>
            {
                logger.LogInformation("The mail server is back; what waited is sent");
                signal.Notify();
                return default;
            },
        }).Build();
    }

    /// <summary>Whether it is known to be down, or just being found out.</summary>
    public bool IsDown => _state.CircuitState != CircuitState.Closed;

    /// <summary>Whether it spoke with this process when it was last called, be it only to refuse somebody.</summary>
    public bool HasAnswered => _answered;

    /// <summary>How many of so many mails may be taken now: none while it is down, or one to find out whether it is back.</summary>
    public int ClaimBatch(int mails)
    {
        if (!IsDown)
            return mails;
        var (now, askAt) = (_time.GetUtcNow().UtcTicks, Volatile.Read(ref _askAt));
        var isMine = _state.CircuitState == CircuitState.Open && askAt <= now
            && Interlocked.CompareExchange(ref _askAt, now + Claim.Ticks, askAt) == askAt;
        return isMine ? 1 : 0;
    }

    /// <summary>There was none to be taken: the next that comes finds out.</summary>
    public void ReleaseProbe()
    {
        Volatile.Write(ref _askAt, _time.GetUtcNow().UtcTicks);
    }

    /// <summary>Hands one mail over.</summary>
    /// <exception cref="BrokenCircuitException">It was not tried, for the server is down.</exception>
    public async Task SendAsync(Func<Task> send)
    {
        try
        {
            await _circuit.ExecuteAsync(static async (send, _) => await send(), send);
            _answered = true;
        }
        catch (Exception exception) when (exception is not BrokenCircuitException)
        {
            if (IsUnavailable(exception))
                _answered = false;
            else if (exception is SmtpCommandException || exception.InnerException is SmtpCommandException)
                _answered = true;
            throw;
        }
    }

    static bool IsUnavailable(Exception exception) => exception is MailServerUnavailableException or TimeoutException;

    static TimeSpan PauseAfter(int vainTries) =>
        vainTries >= 3 ? LongestPause : FirstPause * (1 << vainTries);
}
