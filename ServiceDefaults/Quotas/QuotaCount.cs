namespace Helpdesk.ServiceDefaults.Quotas;

/// <summary>How often something happened to one subject since its window began.</summary>
sealed class QuotaCount
{
    /// <summary>Name of the quota, and the subject.</summary>
    public required string Key { get; init; }
    public required int Count { get; init; }
    public required DateTimeOffset ResetsAt { get; init; }
}
