namespace Helpdesk.Ticketing;

/// <summary>
/// Something that may be done once in a while, or once at all, as with a captcha's pass. Written in the commit that did it.
/// </summary>
sealed class ConsumedKey
{
    public required string Key { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    public static string ForCaptcha(Guid pass) => $"captcha:{pass:N}";

    public static string ForLinkRequest(byte[] asked) => $"reminder:{Convert.ToHexStringLower(asked)}";

    public static string ForLinkRenewal(Guid ticket) => $"renewal:{ticket:N}";

    public static string ForTyping(Guid ticket, Guid account) => $"writing:{ticket:N}:{account:N}";
}
