using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Helpdesk.Identity.Accounts;

/// <summary>An address that a mail can be sent to, without a display name around it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class MailAddressAttribute() : ValidationAttribute("This is not a mail address such as ana@example.org.")
{
    public override bool IsValid(object? value) => value is not string text
        || (MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(x => char.IsWhiteSpace(x) || char.IsControl(x) || x is '"'));
}
