namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The roles an account may hold, several at once. They come from the account, never from an address.</summary>
public static class Roles
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
}
