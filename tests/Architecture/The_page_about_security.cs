using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

/// <summary>docs/security.md names files and tests as proofs, and speaks of each requirement of the standard. It must not rot.</summary>
public sealed partial class The_page_about_security
{
    /// <summary>
    /// The requirements of ASVS 5.0.0 of levels 1 and 2: how many each section has. Within a section those of level 3 come last, or are
    /// numbered so that none is between.
    /// </summary>
    const string Requirements = """
        1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
        6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4
        10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
        13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
        """;

    static readonly string Page = Repository.Files.Single(x => x.Path == "docs/security.md").Text;
    static readonly List<string> Named = [.. CodeSpan().Matches(Page).Select(x => x.Groups["words"].Value)];

    [Fact]
    public void Names_only_files_that_exist()
    {
        var paths = Repository.Files.Select(x => x.Path).ToHashSet();
        var named = Named.Where(x => FilePath().IsMatch(x)).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, x => !paths.Contains(x) && !paths.Any(y => y.StartsWith(x + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_only_tests_that_exist()
    {
        var tests = Repository.Files.Where(x => x.IsCode && x.Path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(x => TestsIn(x.Text)).ToHashSet();
        var named = Named.Where(x => x.Contains('_', StringComparison.Ordinal) && TestName().IsMatch(x)).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, x => !tests.Contains(x));
    }

    [Fact]
    public void Speaks_of_every_requirement_once()
    {
        var expected = Requirements.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split(':'))
            .SelectMany(x => Enumerable.Range(1, int.Parse(x[1], CultureInfo.InvariantCulture)).Select(y => $"{x[0]}.{y}"));
        var spoken = Page.Split('\n').Where(x => Row().IsMatch(x))
            .SelectMany(x => Requirement().Matches(x.Split('|')[1]).Select(y => y.Value));

        Assert.Equal(expected.Order(StringComparer.Ordinal), spoken.Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> TestsIn(string text) =>
        from type in Class().Matches(text)
        from test in Test().Matches(text)
        select $"{type.Groups["name"].Value}.{test.Groups["name"].Value}";

    [GeneratedRegex(@"^\s*(?:(?:public|internal|sealed|abstract|partial)\s+)*class\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex("`(?<words>[^`\n]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^(gateway|services|ServiceDefaults|AppHost|tests|docs|samples|tools|\.ci)/[^ ]+$|^Directory\.\w+\.props$")]
    private static partial Regex FilePath();

    [GeneratedRegex(@"^\w+\.\w+$")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\[(Fact|Theory)\b[^\n]*\n(\s*\[[^\n]*\n)*\s*public (static )?(async )?(Task|void|ValueTask) (?<name>\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b\d+\.\d+\.\d+\b")]
    private static partial Regex Requirement();
}
