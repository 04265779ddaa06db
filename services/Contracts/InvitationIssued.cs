namespace Helpdesk.Contracts;

/// <summary>An account was made for somebody, who chooses a password behind a link that works once. Published by Identity.</summary>
public sealed record InvitationIssued
{
    /// <summary>Who is invited.</summary>
    public required Person To { get; init; }
    /// <summary>
    /// The secret of the link, protected with the installation's keys: only its own hosts can put it into a link, any other subscriber sees
    /// opaque text.
    /// </summary>
    public required string LinkToken { get; init; }
    /// <summary>Roles the account holds.</summary>
    public required IReadOnlyList<string> Roles { get; init; }
    /// <summary>When the link stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>Who invites.</summary>
    public required Actor IssuedBy { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}
