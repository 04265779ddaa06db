using System.Reflection;
using ArchUnitNET.Loader;
using Type = System.Type;

namespace Helpdesk.Architecture.Tests;

/// <summary>What is shipped, as it was compiled: the assemblies of the projects that this one refers to.</summary>
static class Production
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Helpdesk.*.dll").Select(x => Path.GetFileNameWithoutExtension(x))
            .Where(x => !x.EndsWith(".Tests", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Assembly.Load),
    ];

    public static ArchUnitNET.Domain.Architecture Model { get; } = new ArchLoader().LoadAssemblies([.. Assemblies]).Build();

    /// <summary>The services proper: each is a process with a database of its own.</summary>
    public static IReadOnlyList<Assembly> Services { get; } =
        [.. new[] { "Identity", "Ticketing", "Assignment", "Notification", "Attachment", "Captcha", "Operations" }.Select(Of)];

    /// <summary>What people wrote, and not what the compiler made of it.</summary>
    public static IEnumerable<Type> Types { get; } =
        [.. Assemblies.SelectMany(x => x.GetTypes()).Where(x => !x.Name.Contains('<', StringComparison.Ordinal) && !IsMigration(x))];

    public static Assembly Of(string project) => Assemblies.Single(x => x.GetName().Name == $"Helpdesk.{project}");

    static bool IsMigration(Type type) => type.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) == true;
}
