namespace Helpdesk.Contracts;

/// <summary>Somebody says that they forgot their password. Published by Identity, only when the account exists.</summary>
public sealed record PasswordResetRequested
{
    /// <summary>Whose account it is.</summary>
    public required Person To { get; init; }
    /// <summary>
    /// The secret of the link, protected with the installation's keys: only its own hosts can put it into a link, any other subscriber sees
    /// opaque text.
    /// </summary>
    public required string LinkToken { get; init; }
    /// <summary>When the link stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
