using System.Reflection;
using System.Xml.Linq;

namespace Helpdesk.Architecture.Tests;

/// <summary>The text of the project as it lies on the disk, without what the build made of it.</summary>
static class Repository
{
    static readonly string Root =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "Repository").Value!;

    static readonly HashSet<string> NotOurs = ["bin", "obj", "node_modules", "TestResults"];

    static readonly HashSet<string> Pictures = [".png", ".jpg", ".gif", ".webp", ".ico", ".woff2", ".pdf", ".zip"];

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Walk(Root)];

    /// <summary>What is shipped: no tests, and no migrations, which a tool writes.</summary>
    public static IReadOnlyList<SourceFile> Production { get; } =
        [.. Files.Where(x => x.IsCode && !x.IsMigration && !x.Path.StartsWith("tests/", StringComparison.Ordinal))];

    /// <summary>The projects that one of ours refers to, by their names.</summary>
    public static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Parse(Files.Single(x => x.Name == project + ".csproj").Text).Descendants("ProjectReference")
            .Select(x => Path.GetFileNameWithoutExtension(x.Attribute("Include")!.Value.Replace('\\', '/')));

    static IEnumerable<SourceFile> Walk(string folder)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(IsOurs))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (!Pictures.Contains(Path.GetExtension(file)) && new FileInfo(file).LinkTarget is null)
                yield return new SourceFile(Path.GetRelativePath(Root, file), File.ReadAllText(file));
        }
    }

    // Directories that begin with a dot hold tools' and running systems' data, but for CI's.
    static bool IsOurs(string folder) =>
        Path.GetFileName(folder) is var name && !NotOurs.Contains(name) && (!name.StartsWith('.') || name == ".ci");
}
