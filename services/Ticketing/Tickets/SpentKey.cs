namespace Helpdesk.Ticketing.Tickets;

/// <summary>Something that may be done once in a while, or once at all, as with a captcha's pass. Written in the commit that did it.</summary>
sealed class SpentKey
{
    public required string Key { get; init; }
    public required DateTimeOffset ForgetAt { get; init; }

    public static string OfCaptcha(Guid pass) => $"captcha:{pass:N}";

    public static string OfReminder(byte[] asked) => $"reminder:{Convert.ToHexStringLower(asked)}";

    public static string OfRenewal(Guid ticket) => $"renewal:{ticket:N}";

    public static string OfWriting(Guid ticket, Guid account) => $"writing:{ticket:N}:{account:N}";
}
