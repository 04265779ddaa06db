namespace Helpdesk.Contracts;

/// <summary>
/// The settings of the installation were changed: their whole state. What is null stays as the hosts are configured. Published by Identity.
/// </summary>
public sealed record SettingsChanged
{
    /// <summary>Counts the changes from 1; a lower one than already seen is stale.</summary>
    public required long Version { get; init; }
    /// <summary>Name of the installation, shown to people.</summary>
    public string? Name { get; init; }
    /// <summary>IANA time zone in which hours are shown, such as <c>America/Lima</c>.</summary>
    public string? Zone { get; init; }
    /// <summary>Language for who has not chosen one: <c>es</c> or <c>en</c>.</summary>
    public string? Language { get; init; }
    /// <summary>Silence of the customer, after the last public reply of staff, that closes a ticket.</summary>
    public TimeSpan? CloseAfter { get; init; }
    /// <summary>Silence after which the customer is warned; shorter than <see cref="CloseAfter"/>.</summary>
    public TimeSpan? WarnAfter { get; init; }
    /// <summary>How long after closing a reply opens the ticket again.</summary>
    public TimeSpan? ReopenWindow { get; init; }
    /// <summary>How long after closing the files of a ticket are deleted.</summary>
    public TimeSpan? PurgeAfter { get; init; }
    /// <summary>Which tickets an agent may know of: <c>Assigned</c>, <c>TheirAreas</c> or <c>Everything</c>.</summary>
    public string? AgentsSee { get; init; }
    /// <summary>Requests in a minute that an address without an account may make.</summary>
    public int? AnonymousPerMinute { get; init; }
    /// <summary>Requests in a minute that an account may make.</summary>
    public int? SignedInPerMinute { get; init; }
    /// <summary>Attempts to sign in that an address may make in a minute.</summary>
    public int? SignInPerMinute { get; init; }
    /// <summary>How mail is sent.</summary>
    public MailServerSettings? Mail { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who changed them.</summary>
    public required Actor ChangedBy { get; init; }
}
