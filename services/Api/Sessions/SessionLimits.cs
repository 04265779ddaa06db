namespace Helpdesk.Api.Sessions;

/// <summary>How long what a client sends back may be.</summary>
public static class SessionLimits
{
    /// <summary>The token of a device.</summary>
    public const int DeviceToken = 1000;

    /// <summary>The ticket of a sign-in's first step.</summary>
    public const int Ticket = 2000;

    /// <summary>A refresh token.</summary>
    public const int RefreshToken = 100;
}
