namespace Helpdesk.Architecture.Tests;

sealed record SourceFile(string Path, string Text)
{
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public string Name => System.IO.Path.GetFileName(Path);

    public int Lines { get; } = Text.AsSpan().TrimEnd().Count('\n') + 1;
}
