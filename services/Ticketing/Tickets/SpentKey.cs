namespace Helpdesk.Ticketing.Tickets;

/// <summary>Something that may be used once: a captcha's pass, or a client's idempotency key. Written in the commit that used it.</summary>
sealed class SpentKey
{
    public required string Key { get; init; }
    /// <summary>What the key was used for: a repetition must mean the same.</summary>
    public byte[]? Fingerprint { get; init; }
    public Guid? TicketId { get; init; }
    public required DateTimeOffset ForgetAt { get; init; }

    public static string OfCaptcha(Guid pass) => $"captcha:{pass:N}";

    public static string OfReminder(byte[] asked) => $"reminder:{Convert.ToHexStringLower(asked)}";

    public static string OfWriting(Guid ticket, Guid account) => $"writing:{ticket:N}:{account:N}";

    public static string OfRequest(string key) => $"request:{key}";
}
