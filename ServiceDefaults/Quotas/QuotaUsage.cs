namespace Helpdesk.ServiceDefaults.Quotas;

/// <summary>How much of a quota is used, this time included.</summary>
/// <param name="Count">How often within the window, this time included; beyond the limit it does not grow.</param>
/// <param name="Limit">How often it may happen.</param>
/// <param name="ResetsAt">When the window ends and the count begins anew (UTC).</param>
public readonly record struct QuotaUsage(int Count, int Limit, DateTimeOffset ResetsAt)
{
    /// <summary>Whether it may happen this time.</summary>
    public bool IsAllowed => Count <= Limit;

    /// <summary>Whether nothing more is allowed until <see cref="ResetsAt"/>: what happens now has to last until then.</summary>
    public bool IsExhausted => Count >= Limit;
}
