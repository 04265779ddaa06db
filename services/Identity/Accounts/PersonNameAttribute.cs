using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Identity.Accounts;

/// <summary>
/// One line of which something can be seen: a name goes into the headers of mails. It is stored as <see cref="TextSanitizer.Line"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class PersonNameAttribute() : ValidationAttribute($"A name is one line of at most {Account.MaxName} characters.")
{
    public override bool IsValid(object? value) =>
        value is not string text || (TextSanitizer.Line(text).Length is > 0 and <= Account.MaxName && !text.Any(char.IsControl));
}
