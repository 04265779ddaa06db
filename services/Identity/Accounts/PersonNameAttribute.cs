using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Identity.Accounts;

/// <summary>One line of text: a name goes into the headers of mails.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class PersonNameAttribute() : ValidationAttribute($"A name is one line of at most {Account.MaxName} characters.")
{
    public override bool IsValid(object? value) => value is not string text || (text.Length <= Account.MaxName && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl));
}
