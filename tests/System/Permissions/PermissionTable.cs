namespace Helpdesk.WholeSystem.Permissions;

/// <summary>Reads <c>table.md</c>, which people read too.</summary>
static class PermissionTable
{
    public static IReadOnlyList<string> Lines { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Permissions", "table.md"))
            .Where(x => x.StartsWith("| `", StringComparison.Ordinal))];

    public static string Line(string route, IEnumerable<string> cells) => $"| `{route}` | {string.Join(" | ", cells)} |";
}
