namespace Helpdesk.Identity.Sessions;

/// <summary>From a sign-in until the sign-out: the family of all refresh tokens that came from it.</summary>
sealed class Session
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
