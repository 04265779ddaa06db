namespace Helpdesk.ServiceDefaults.Problems;

/// <summary>The host is at its limit. Answered with 503, the type <c>busy</c> and a <c>Retry-After</c>.</summary>
/// <param name="message">For the caller: what is going on, and that it is temporary.</param>
/// <param name="retryAfter">When to try again.</param>
public sealed class BusyException(string message, TimeSpan retryAfter) : Exception(message)
{
    /// <summary>When to try again.</summary>
    public TimeSpan RetryAfter => retryAfter;
}
