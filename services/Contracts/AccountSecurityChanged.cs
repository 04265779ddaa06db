namespace Helpdesk.Contracts;

/// <summary>
/// Something changed about the way into an account, of which its owner learns by mail in case it was somebody else. Published by Identity.
/// </summary>
public sealed record AccountSecurityChanged
{
    /// <summary>Whose account it is, at the address that was valid before.</summary>
    public required Person To { get; init; }
    /// <summary>What changed.</summary>
    public required AccountSecurityChange Change { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
