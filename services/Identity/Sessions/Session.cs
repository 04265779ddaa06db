using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Identity.Sessions;

/// <summary>From a sign-in until the sign-out: the family of all refresh tokens that came from it.</summary>
sealed class Session
{
    public const int MaxDevice = 200;
    public const int MaxAddress = 45;

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the password was last given: at the sign-in, or when it was asked for again.</summary>
    public required DateTimeOffset AuthenticatedAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public required DateTimeOffset LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>What the browser says it is.</summary>
    public string? Device { get; init; }

    /// <summary>Where it came from, as the gateway says; for its owner to recognise it, and for nothing that must be true.</summary>
    public string? Address { get; init; }

    public static string? DeviceOf(HttpRequest request)
    {
        var device = TextSanitizer.Line(request.Headers.UserAgent.ToString());
        // Not in the middle of a sign.
        while (device.Length > MaxDevice || (device.Length > 0 && char.IsHighSurrogate(device[^1])))
            device = device[..Math.Min(device.Length - 1, MaxDevice)];
        return device.Length == 0 ? null : device;
    }

    public static string? AddressOf(HttpContext http) => ClientNetwork.AddressOf(http)?.ToString();
}
