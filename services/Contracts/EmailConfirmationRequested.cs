namespace Helpdesk.Contracts;

/// <summary>
/// Somebody wants to use an email address, at registration or for a change, and has to show that they read it. Published by Identity.
/// </summary>
public sealed record EmailConfirmationRequested
{
    /// <summary>Whom the mail goes to, at the address to be confirmed.</summary>
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
