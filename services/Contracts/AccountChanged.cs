namespace Helpdesk.Contracts;

/// <summary>An account was created or changed: its whole state, so that the last one heard is enough. Published by Identity.</summary>
public sealed record AccountChanged
{
    /// <summary>Which account.</summary>
    public required Guid AccountId { get; init; }
    /// <summary>Counts the changes of the account from 1; an event with a lower one than already seen is stale.</summary>
    public required long Version { get; init; }
    /// <summary>Full name.</summary>
    public required string Name { get; init; }
    /// <summary>Mail address.</summary>
    public required string Email { get; init; }
    /// <summary>The one form of that address, by which alone it is compared with others, byte for byte.</summary>
    public required string CanonicalEmail { get; init; }
    /// <summary>Language for mails: <c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
    /// <summary>Roles held: <c>Admin</c>, <c>Dispatcher</c>, <c>Agent</c>, <c>Customer</c>.</summary>
    public required IReadOnlyList<string> Roles { get; init; }
    /// <summary>False once the account is disabled.</summary>
    public required bool Active { get; init; }
    /// <summary>Whether its owner has shown that they read the mailbox.</summary>
    public required bool EmailConfirmed { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
