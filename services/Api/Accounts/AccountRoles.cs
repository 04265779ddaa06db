namespace Helpdesk.Api.Accounts;

/// <summary>The roles that an account may hold, several at once.</summary>
public static class AccountRoles
{
    /// <summary>Configures the installation; may do whatever a dispatcher may.</summary>
    public const string Admin = "Admin";

    /// <summary>Distributes tickets.</summary>
    public const string Dispatcher = "Dispatcher";

    /// <summary>Works on tickets.</summary>
    public const string Agent = "Agent";

    /// <summary>Asks for help.</summary>
    public const string Customer = "Customer";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Admin, Dispatcher, Agent, Customer];

    /// <summary>Those who may see what others asked for.</summary>
    public static IReadOnlyList<string> Staff { get; } = [Admin, Dispatcher, Agent];
}
