using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>An account as Identity told it.</summary>
sealed class Account
{
    /// <summary>The roles of who does not belong to the staff.</summary>
    public static readonly string[] OfCustomers = [AccountRoles.Customer];

    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    /// <summary>The one form of the address.</summary>
    public required string CanonicalEmail { get; init; }
    public required string Language { get; init; }
    public required string[] Roles { get; init; }
    public required bool Active { get; init; }
    /// <summary>Whether the owner has shown to read the address: tickets of that mailbox are then theirs.</summary>
    public required bool EmailConfirmed { get; init; }

    public Person AsPerson() => new() { Id = Id, Name = Name, Email = Email, Language = Language };
}
