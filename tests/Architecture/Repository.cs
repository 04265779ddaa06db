using System.Reflection;

namespace Helpdesk.Architecture.Tests;

/// <summary>The text of the project as it lies on the disk, without what the build made of it.</summary>
static class Repository
{
    static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(x => x.Key == "Repository").Value!;

    static readonly HashSet<string> NotOurs = ["bin", "obj", "node_modules", "TestResults"];

    static readonly HashSet<string> Pictures = [".png", ".jpg", ".gif", ".webp", ".ico", ".woff2", ".pdf", ".zip"];

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Walk(Root)];

    /// <summary>What is shipped: no tests, and no migrations, which a tool writes.</summary>
    public static IReadOnlyList<SourceFile> Production { get; } =
        [.. Files.Where(x => x.IsCode && !x.Path.StartsWith("tests/", StringComparison.Ordinal)
            && !x.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    static IEnumerable<SourceFile> Walk(string folder)
    {
        // Directories that begin with a dot hold tools' and running systems' data, but for CI's.
        foreach (var inner in Directory.EnumerateDirectories(folder)
            .Where(x => !NotOurs.Contains(Path.GetFileName(x)) && (!Path.GetFileName(x).StartsWith('.') || Path.GetFileName(x) == ".ci")))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }

        foreach (var file in Directory.EnumerateFiles(folder)
            .Where(x => !Pictures.Contains(Path.GetExtension(x)) && new FileInfo(x).LinkTarget is null))
            yield return new SourceFile(Path.GetRelativePath(Root, file), File.ReadAllText(file));
    }
}

sealed record SourceFile(string Path, string Text)
{
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsProject => Path.EndsWith(".csproj", StringComparison.Ordinal);

    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public int Lines { get; } = Text.AsSpan().TrimEnd().Count('\n') + 1;
}
