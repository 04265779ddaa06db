using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Formats;

/// <summary>
/// How long a text may be, counted as it will be stored: after <see cref="TextSanitizer"/>, in UTF-16 units, a line break as one. The
/// counter in the browser counts the same. Whether it may be empty is <see cref="RequiredAttribute"/>'s and the handler's matter.
/// </summary>
/// <param name="max">The longest.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextLengthAttribute(int max) : ValidationAttribute($"At most {max} characters.")
{
    /// <summary>The longest text.</summary>
    public int Max { get; } = max;

    /// <summary>Whether it is one line, in which any blanks between words count as one.</summary>
    public bool Line { get; init; }

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is not string text || (Line ? TextSanitizer.Line(text) : TextSanitizer.Multiline(text)).Length <= Max;
}
