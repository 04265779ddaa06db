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
    public required DateTimeOffset ExpiresAt { get; set; }
    public required DateTimeOffset LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>What the browser says it is.</summary>
    public string? Device { get; init; }

    /// <summary>Where it came from, as the gateway says; for its owner to recognise it, and for nothing that must be true.</summary>
    public string? Address { get; init; }

    public static string? DeviceOf(HttpRequest request)
    {
        var device = string.Concat(request.Headers.UserAgent.ToString().Where(x => !char.IsControl(x)).Take(MaxDevice));
        return device.Length == 0 ? null : device;
    }

    public static string? AddressOf(HttpContext http) => ClientNetwork.AddressOf(http)?.ToString();
}
