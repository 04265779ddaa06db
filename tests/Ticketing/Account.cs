using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

/// <summary>Somebody with an account.</summary>
sealed record Account(Guid Id, string Name, string Email, params string[] Roles)
{
    public static Account Agent(string name) => Of(name, AccountRoles.Agent);

    public static Account Dispatcher(string name) => Of(name, AccountRoles.Dispatcher);

    public static Account Customer(string name) => Of(name, AccountRoles.Customer);

    static Account Of(string name, string role) =>
        new(Guid.CreateVersion7(), name, $"{name.Split(' ')[0].ToLowerInvariant()}.{Guid.NewGuid():N}@example.org", role);

    public AccountChanged Changed(long version = 1, bool active = true, bool confirmed = false) => new()
    {
        AccountId = Id, Version = version, Name = Name, Email = Email, CanonicalEmail = EmailAddress.CanonicalOf(Email),
        EmailConfirmed = confirmed, Language = "es", Roles = Roles, Active = active, ChangedAt = DateTimeOffset.UnixEpoch,
    };

    public Person AsPerson() => new() { Id = Id, Name = Name, Email = Email, Language = "es" };
}
