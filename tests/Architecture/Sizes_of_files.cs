using System.Globalization;

namespace Helpdesk.Architecture.Tests;

public sealed class Sizes_of_files
{
    const int Widest = 140;

    [Fact]
    public void The_whole_project_is_looked_at()
    {
        Assert.Contains(Repository.Files, x => x.Path == "README.md");
        Assert.Contains(Repository.Production, x => x.Path == "gateway/Program.cs");
        Assert.DoesNotContain(Repository.Files, x => x.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_is_longer_than_250_lines() =>
        Assert.Empty(Repository.Files.Where(x => x.IsCode && !x.IsMigration && x.Lines > 250).Select(x => $"{x.Path}: {x.Lines} lines"));

    [Fact]
    public void Half_of_the_files_have_40_lines_at_most_and_nine_of_ten_120()
    {
        var lines = Repository.Production.Select(x => x.Lines).Order().ToList();
        Assert.InRange(lines[lines.Count / 2], 1, 40);
        Assert.InRange(lines[lines.Count * 9 / 10], 1, 120);
    }

    [Fact]
    public void A_program_has_30_lines_at_most() =>
        Assert.Empty(Repository.Production.Where(x => x.Name == "Program.cs" && x.Lines > 30).Select(x => $"{x.Path}: {x.Lines} lines"));

    [Fact]
    public void No_line_is_wider_than_140_characters() => Assert.Empty(
        from file in Repository.Files
        where !file.IsMigration && !file.IsBundle && Path.GetExtension(file.Path) is (".cs" or ".cshtml" or ".js")
        from line in file.Text.Split('\n').Index()
        where line.Item.Length > Widest && Width(line.Item) > Widest
        select $"{file.Path}:{line.Index + 1}");

    [Fact]
    public void Migrations_have_8000_lines_at_most_in_all() =>
        Assert.InRange(Repository.Files.Where(x => x.IsCode && x.IsMigration).Sum(x => x.Lines), 1, 8000);

    [Theory]
    [InlineData("ñandú", 5)]
    [InlineData("😀", 1)]
    [InlineData("end\r", 3)]
    public void Characters_are_counted_as_a_reader_counts_them(string line, int width) => Assert.Equal(width, Width(line));

    static int Width(string line) => new StringInfo(line.TrimEnd('\r')).LengthInTextElements;
}
