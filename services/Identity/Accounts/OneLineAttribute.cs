using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Identity.Accounts;

/// <summary>A short text without line breaks, which may be missing. It is stored as <see cref="Of"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class OneLineAttribute(int length) : ValidationAttribute($"This is one line of at most {length} characters.")
{
    /// <summary>The line; null when there is none, or nothing of it can be seen.</summary>
    public static string? Of(string? text) => TextSanitizer.Line(text) is { Length: > 0 } line ? line : null;

    public override bool IsValid(object? value) =>
        value is not string text || (TextSanitizer.Line(text).Length <= length && !text.Any(char.IsControl));
}
