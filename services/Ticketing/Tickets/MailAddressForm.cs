using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>An address that mail can be sent to: one, without a display name, with a domain.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class MailAddressFormAttribute : ValidationAttribute
{
    public MailAddressFormAttribute() : base("This is not a mail address.") { }

    public override bool IsValid(object? value) => value is null or "" || (value is string text && IsAddress(text.Trim()));

    static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.DisplayName.Length == 0
        && address.Host.Contains('.', StringComparison.Ordinal) && !text.Any(x => char.IsControl(x) || char.IsWhiteSpace(x));
}
