namespace Helpdesk.Contracts;

/// <summary>A person as an event needs to name and reach them, so that no consumer has to ask back.</summary>
public sealed record Person
{
    /// <summary>The account; null for a customer without one.</summary>
    public Guid? Id { get; init; }
    /// <summary>Full name as entered.</summary>
    public required string Name { get; init; }
    /// <summary>Mail address as entered.</summary>
    public required string Email { get; init; }
    /// <summary>Language for mails to this person: <c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
}
