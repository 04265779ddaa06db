using Helpdesk.Api.Formats;

namespace Helpdesk.Assignment;

/// <summary>The name of an area or a category, as an administrator typed it.</summary>
static class ConfigurationName
{
    /// <summary>
    /// The name as it is kept; null when nothing of it can be seen, or when it holds what no keyboard types: then it is not what somebody
    /// meant, and is refused rather than mended.
    /// </summary>
    public static string? Read(string text) =>
        TextSanitizer.Line(text) is { Length: > 0 } name && !text.Contains('\0', StringComparison.Ordinal) ? name : null;
}
