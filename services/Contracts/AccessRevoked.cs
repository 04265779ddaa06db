namespace Helpdesk.Contracts;

/// <summary>
/// Tokens that were issued to an account are worth nothing from now on: it was disabled, lost a role, changed its password, or somebody
/// signed out. Every host refuses them within a minute. Published by Identity.
/// </summary>
public sealed record AccessRevoked
{
    /// <summary>Whose tokens.</summary>
    public required Guid AccountId { get; init; }
    /// <summary>Only those of this session; null for all of the account.</summary>
    public Guid? SessionId { get; init; }
    /// <summary>Tokens issued before this moment are refused (UTC); a later sign-in is not touched.</summary>
    public required DateTimeOffset IssuedBefore { get; init; }
    /// <summary>When the last of them has ended by itself, and this can be forgotten (UTC).</summary>
    public required DateTimeOffset Until { get; init; }
}
