using Helpdesk.Contracts;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>An account, as Identity told it.</summary>
sealed class Account
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    /// <summary>The one form of that address, which alone is compared.</summary>
    public required string CanonicalEmail { get; init; }
    /// <summary>Whether its owner has shown to read that address.</summary>
    public required bool EmailConfirmed { get; init; }
    public required string Language { get; init; }
    public required string[] Roles { get; init; }
    public required bool Active { get; init; }

    public Person AsPerson() => new() { Id = Id, Name = Name, Email = Email, Language = Language };
}
