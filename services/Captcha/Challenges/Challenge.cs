namespace Helpdesk.Captcha.Challenges;

/// <summary>An image that waits for its answer. The row is the permission to try: whoever deletes it has had the one attempt.</summary>
sealed class Challenge
{
    public required Guid Id { get; init; }

    /// <summary>Salt of the hash, protected by the installation's keys: the table alone is not enough to try all answers.</summary>
    public required byte[] ProtectedSalt { get; init; }

    public required byte[] AnswerHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null unless answers are exposed for tests. A column, so that any replica can tell it.</summary>
    public string? ExposedAnswer { get; init; }
}
