using Helpdesk.Api.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// Names of the authorisation policies. An endpoint without one requires a signed-in person with a role: who must first change their
/// password or set up an authenticator has none.
/// </summary>
public static class Policies
{
    /// <summary>Agents, dispatchers and administrators.</summary>
    public const string Staff = "staff";

    /// <summary>Dispatchers and administrators.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>Administrators.</summary>
    public const string Admin = "admin";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, x => x.RequireRole(AccountRoles.Agent, AccountRoles.Dispatcher, AccountRoles.Admin));
        options.AddPolicy(Dispatcher, x => x.RequireRole(AccountRoles.Dispatcher, AccountRoles.Admin));
        options.AddPolicy(Admin, x => x.RequireRole(AccountRoles.Admin));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(AccountRoles.All).Build();
    }
}
