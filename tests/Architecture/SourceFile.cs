namespace Helpdesk.Architecture.Tests;

sealed record SourceFile(string Path, string Text)
{
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>What the build makes of the browser's scripts.</summary>
    public bool IsBundle => Path.StartsWith("web/Ui/wwwroot/", StringComparison.Ordinal) && Path.EndsWith(".js", StringComparison.Ordinal);

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public string Name => System.IO.Path.GetFileName(Path);

    public int Lines { get; } = Text.AsSpan().TrimEnd().Count('\n') + 1;
}
