using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;

namespace Helpdesk.Ui.Components;

/// <summary>The form of an email address; whether somebody reads it, only an email can tell.</summary>
public static class EmailInput
{
    public static bool IsValid(string? typed) => typed is { Length: > 0 and <= AccountLimits.Email } && EmailAddress.TryParse(typed, out _);

    /// <summary>Key of the text that says what is wrong with what was typed.</summary>
    public static string ErrorKey(string? typed) => string.IsNullOrWhiteSpace(typed) ? "open.email.missing" : "open.email.wrong";
}
