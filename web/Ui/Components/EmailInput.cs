using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;

namespace Helpdesk.Ui.Components;

/// <summary>The form of an email address; whether somebody reads it, only an email can tell.</summary>
public static class EmailInput
{
    public static bool IsValid(string? typed) => typed is { Length: > 0 and <= AccountLimits.Email } && EmailAddress.TryParse(typed, out _);
}
