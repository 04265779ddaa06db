using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Accounts;

/// <summary>
/// One line of which something can be seen: a name goes into the headers of mails. It is stored as <see cref="TextSanitizer.Line"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonNameAttribute() : ValidationAttribute($"A name is one line of at most {AccountLimits.Name} characters.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is not string text || (TextSanitizer.Line(text).Length is > 0 and <= AccountLimits.Name && !text.Any(char.IsControl));
}
