namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The tracking link opens no ticket.</summary>
    public const string TrackingSecretUnknown = Prefix + "tracking-secret-unknown";

    /// <summary>Only the owner or a dispatcher renews a ticket's link.</summary>
    public const string DispatcherRequired = Prefix + "dispatcher-required";

    /// <summary>The link was renewed a moment ago.</summary>
    public const string LinkRenewedAlready = Prefix + "link-renewed-already";
}
