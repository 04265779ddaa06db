using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>An account as Identity told it.</summary>
sealed class Account
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Language { get; init; }
    public required string[] Roles { get; init; }
    public required bool Active { get; init; }
    /// <summary>Whether he has shown that he reads the mail address: tickets of that address are then his.</summary>
    public required bool EmailConfirmed { get; init; }

    public Person AsPerson() => new() { Id = Id, Name = Name, Email = Email, Language = Language };
}
