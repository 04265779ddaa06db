using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Identity.Accounts;

/// <summary>A short text without line breaks, which may be missing.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class OneLineAttribute(int length) : ValidationAttribute($"This is one line of at most {length} characters.")
{
    public override bool IsValid(object? value) => value is not string text || (text.Length <= length && !text.Any(char.IsControl));
}
