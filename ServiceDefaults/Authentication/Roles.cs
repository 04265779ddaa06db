using Helpdesk.Api.Accounts;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The roles that a token may carry. They come from the account, never from an address.</summary>
public static class Roles
{
    /// <summary>Configures the installation; may do whatever a dispatcher may.</summary>
    public const string Admin = AccountRoles.Admin;

    /// <summary>Distributes tickets.</summary>
    public const string Dispatcher = AccountRoles.Dispatcher;

    /// <summary>Works on tickets.</summary>
    public const string Agent = AccountRoles.Agent;

    /// <summary>Asks for help.</summary>
    public const string Customer = AccountRoles.Customer;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All => AccountRoles.All;
}
