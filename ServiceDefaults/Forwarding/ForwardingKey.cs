using System.Collections.Concurrent;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.ServiceDefaults.Forwarding;

/// <summary>
/// Shows that a request was forwarded by a host of this installation, so that the receiver may believe what it says about the caller.
/// A seal of the shared keys with a short life: whoever reaches a host by another way than the gateway cannot make one.
/// </summary>
/// <param name="seals">The shared keys.</param>
/// <param name="time">The clock.</param>
public sealed class ForwardingKey(Seals seals, TimeProvider time)
{
    /// <summary>The header that carries it between hosts.</summary>
    public const string Header = "Helpdesk-Forwarding-Key";

    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    // Early enough that a slow request, and clocks a little apart, still find it valid.
    static readonly TimeSpan RenewedEvery = TimeSpan.FromMinutes(1);

    // Opening a seal for each request would cost more than what the request is for.
    const int MostRemembered = 64;

    readonly ConcurrentDictionary<string, DateTimeOffset> _accepted = new(StringComparer.Ordinal);
    Issued? _issued;

    /// <summary>The value that this host sends along.</summary>
    public string Current()
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref _issued) is { } issued && now < issued.RenewAt && now >= issued.At)
            return issued.Value;
        var fresh = new Issued(seals.Seal(new Forwarder(now + Lifetime), Lifetime), now, now + RenewedEvery);
        Volatile.Write(ref _issued, fresh);
        return fresh.Value;
    }

    /// <summary>Whether a host of this installation made this value, not long ago.</summary>
    /// <param name="value">What came in the header.</param>
    public bool Accepts(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return false;
        var now = time.GetUtcNow();
        if (_accepted.TryGetValue(value, out var until))
            return now < until;
        if (seals.Open<Forwarder>(value) is not { } forwarder)
            return false;
        // Only genuine ones come here: each host makes one a minute.
        if (_accepted.Count >= MostRemembered)
            _accepted.Clear();
        _accepted[value] = forwarder.Until;
        return true;
    }

    sealed record Issued(string Value, DateTimeOffset At, DateTimeOffset RenewAt);

    sealed record Forwarder(DateTimeOffset Until);
}
