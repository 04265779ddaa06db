namespace Helpdesk.Revocation;

/// <summary>Tokens that Identity revoked.</summary>
public sealed class RevokedAccess
{
    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Of which session; <see cref="Guid.Empty"/> for all of them.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Tokens issued before this moment are refused (UTC).</summary>
    public required DateTimeOffset IssuedBefore { get; init; }

    /// <summary>When the last of them expires by itself (UTC).</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When this service received the event (UTC).</summary>
    public required DateTimeOffset HeardAt { get; init; }
}
