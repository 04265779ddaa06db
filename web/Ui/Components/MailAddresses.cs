using System.Net.Mail;

namespace Helpdesk.Ui.Components;

/// <summary>The form of a mail address; whether somebody reads it, only a mail can tell.</summary>
public static class MailAddresses
{
    public const int Longest = 120;

    public static bool IsOne(string? typed) =>
        typed is { Length: > 0 and <= Longest } && MailAddress.TryCreate(typed, out var parsed) && parsed.Address == typed && parsed.Host.Contains('.', StringComparison.Ordinal);
}
