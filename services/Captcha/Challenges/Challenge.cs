namespace Helpdesk.Captcha.Challenges;

/// <summary>A picture that waits for its answer. The row is the permission to try: whoever deletes it has had the one attempt.</summary>
sealed class Challenge
{
    public required Guid Id { get; init; }

    /// <summary>Salt of the hash, sealed with the installation's keys: the table alone is not enough to try all answers.</summary>
    public required byte[] SealedSalt { get; init; }

    public required byte[] AnswerHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null, but while the test door is open. A column, so that any replica can serve the door.</summary>
    public string? AnswerForTests { get; init; }
}
