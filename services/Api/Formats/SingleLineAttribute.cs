using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Formats;

/// <summary>A short text without line breaks, which may be missing. It is stored as <see cref="TextSanitizer.LineOrNull"/>.</summary>
/// <param name="max">The longest, as it is stored.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SingleLineAttribute(int max) : ValidationAttribute($"This is one line of at most {max} characters.")
{
    /// <summary>The longest text.</summary>
    public int Max { get; } = max;

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is not string text || (TextSanitizer.Line(text).Length <= Max && !text.Any(char.IsControl));
}
