namespace Helpdesk.Captcha.Proofs;

/// <summary>
/// A proof of work that a machine does in place of a person who reads an image. The row stays until it expires: it tells how much is
/// being solved.
/// </summary>
sealed class Proof
{
    public required Guid Id { get; init; }

    /// <summary>Goes into every hash, so that no work can be done ahead.</summary>
    public required string Seed { get; init; }

    /// <summary>How many numbers have to be found; with this the work grows and shrinks.</summary>
    public required int Parts { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the one attempt was made and was right; null before.</summary>
    public DateTimeOffset? SolvedAt { get; init; }
}
