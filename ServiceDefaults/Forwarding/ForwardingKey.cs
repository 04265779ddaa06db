using System.Collections.Concurrent;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.ServiceDefaults.Forwarding;

/// <summary>
/// Proves that a request was forwarded by a host of this installation, so that its forwarded headers may be believed.
/// A short-lived value protected with the shared keys: whoever reaches a host without the gateway cannot make one.
/// </summary>
/// <param name="protector">Protects it with the shared keys.</param>
/// <param name="time">The clock.</param>
public sealed class ForwardingKey(ValueProtector protector, TimeProvider time)
{
    /// <summary>The header that carries it between hosts.</summary>
    public const string Header = "Helpdesk-Forwarding-Key";

    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    // Early enough to be valid for slow requests and slightly different clocks.
    static readonly TimeSpan RenewalInterval = TimeSpan.FromMinutes(1);

    // Unprotecting it on every request would cost more than the request itself.
    const int MaxCached = 64;

    readonly ConcurrentDictionary<string, DateTimeOffset> _accepted = new(StringComparer.Ordinal);
    Issued? _issued;

    /// <summary>The value that this host sends.</summary>
    public string Current()
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref _issued) is { } issued && now < issued.RenewAt && now >= issued.At)
            return issued.Value;
        var fresh = new Issued(protector.Protect(new Forwarder(now + Lifetime), Lifetime), now, now + RenewalInterval);
        Volatile.Write(ref _issued, fresh);
        return fresh.Value;
    }

    /// <summary>Whether the value is valid.</summary>
    /// <param name="value">The header's value.</param>
    public bool Accepts(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return false;
        var now = time.GetUtcNow();
        if (_accepted.TryGetValue(value, out var until))
            return now < until;
        if (protector.Unprotect<Forwarder>(value) is not { } forwarder)
            return false;
        // Only genuine values get here: each host makes one a minute.
        if (_accepted.Count >= MaxCached)
            _accepted.Clear();
        _accepted[value] = forwarder.Until;
        return true;
    }

    sealed record Issued(string Value, DateTimeOffset At, DateTimeOffset RenewAt);

    sealed record Forwarder(DateTimeOffset Until);
}
