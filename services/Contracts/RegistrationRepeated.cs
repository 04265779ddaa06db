namespace Helpdesk.Contracts;

/// <summary>
/// Somebody registered with the address of an account that exists. The page must not tell them; the owner of the address learns it by
/// mail. Published by Identity.
/// </summary>
public sealed record RegistrationRepeated
{
    /// <summary>Whose account it is.</summary>
    public required Person To { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
