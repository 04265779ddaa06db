using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;

/// <summary>
/// A migration without its Designer file. That file repeats the whole model as it was, for the reverting of migrations by tools, and is
/// longer than all the rest. What the migration needs of it are the names and the version that wrote it.
/// </summary>
static partial class OneFile
{
    public static void Of(MigrationFiles files, string id, Type context)
    {
        var code = File.ReadAllText(files.MigrationFile!);
        code = Class().Replace(
            code,
            $"""
                [DbContext(typeof({context.Name}))]
                [Migration("{id}")]
                public partial class
            """, 1);
        code = Up().Replace(
            code,
            $$"""
                    /// <inheritdoc />
                    protected override void BuildTargetModel(ModelBuilder modelBuilder) =>
                        modelBuilder.HasAnnotation("ProductVersion", "{{ProductInfo.GetVersion()}}");


            """ + "$0", 1);
        File.WriteAllText(
            files.MigrationFile!,
            SortUsings(
                "using Microsoft.EntityFrameworkCore;\nusing Microsoft.EntityFrameworkCore.Infrastructure;\n" + code.TrimStart('\ufeff')));
        File.Delete(files.MetadataFile!);
    }

    static string SortUsings(string code)
    {
        var lines = code.Split('\n');
        var usings = lines.TakeWhile(x => x.StartsWith("using ", StringComparison.Ordinal)).Select(x => x.TrimEnd(';', '\r')).ToList();
        var sorted = usings.OrderBy(x => !x.StartsWith("using System", StringComparison.Ordinal)).ThenBy(x => x, StringComparer.Ordinal);
        return string.Join('\n', [.. sorted.Select(x => $"{x};"), .. lines[usings.Count..]]);
    }

    [GeneratedRegex("    public partial class")]
    private static partial Regex Class();

    [GeneratedRegex(@" +/// <inheritdoc />\s+protected override void Up\(")]
    private static partial Regex Up();
}
