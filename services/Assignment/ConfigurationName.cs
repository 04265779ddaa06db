using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Formats;

namespace Helpdesk.Assignment;

/// <summary>The name of an area or a category, as an administrator typed it.</summary>
static class ConfigurationName
{
    /// <summary>
    /// False when nothing of it can be seen, or when it holds what no keyboard types: then it is not what somebody meant, and is refused
    /// rather than mended.
    /// </summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="name">As it is kept.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? name)
    {
        name = TextSanitizer.Line(text);
        return name is { Length: > 0 } && !text.Contains('\0', StringComparison.Ordinal);
    }
}
