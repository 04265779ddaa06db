using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Helpdesk.Api.Formats;

/// <summary>Time zones by their IANA names, which every platform and browser knows.</summary>
public static partial class IanaTimeZone
{
    /// <summary>The longest name that is looked for.</summary>
    public const int MaxLength = 64;

    /// <summary>
    /// Finds a zone by a name that anybody may have written. The runtime takes a name for a path to a file: only what can be a name of a
    /// zone gets there.
    /// </summary>
    /// <param name="name">Such as <c>America/Guayaquil</c>.</param>
    /// <param name="zone">The zone; null when this machine knows none of that name.</param>
    public static bool TryFind([NotNullWhen(true)] string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is { Length: <= MaxLength } && Name().IsMatch(name)
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone) && zone.HasIanaId && zone.Id == name;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}\z")]
    private static partial Regex Name();
}
