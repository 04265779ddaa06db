namespace Helpdesk.Contracts;

/// <summary>
/// The owner of an account wants it to use another email address. The mail goes to that address and names the account's present one:
/// who reads it and does not know that address must leave the link alone. Published by Identity.
/// </summary>
public sealed record EmailChangeRequested
{
    /// <summary>Whom the mail goes to, at the new address.</summary>
    public required Person To { get; init; }
    /// <summary>The address that the account uses until the link is accepted.</summary>
    public required string CurrentEmail { get; init; }
    /// <summary>
    /// The secret of the link, protected with the installation's keys: only its own hosts can put it into a link, any other subscriber
    /// sees opaque text.
    /// </summary>
    public required string LinkToken { get; init; }
    /// <summary>When the link stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
