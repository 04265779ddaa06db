using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

/// <summary>Each finds the words that break one rule of the house in a text.</summary>
static partial class Rules
{
    // In pieces, for this file is searched too.
    static readonly string[] Registries =
    [
        "nu" + "get.org", "npm" + "js.org", "npm" + "js.com", "pypi" + ".org", "crates" + ".io", "registry" + ".npm", "deb." + "debian.org",
        "yarn" + "pkg.com",
    ];

    public static IEnumerable<string> NamesThatSayNothing(string text) =>
        Declarations().Matches(text).Select(x => x.Groups["name"].Value).Where(x => EmptyWord().IsMatch(x));

    public static IEnumerable<string> BusInHand(string text) => Bus().Matches(text).Select(x => x.Value);

    public static IEnumerable<string> WallClock(string text) => Now().Matches(text).Select(x => x.Value);

    public static IEnumerable<string> SharedAnswers(string text) =>
        SharedAnswer().Matches(text).Select(x => x.Groups["name"].Value);

    public static IEnumerable<string> ApiPaths(string text) => ApiPath().Matches(text).Select(x => x.Value);

    public static IEnumerable<string> Work(string text) => Working().Matches(text).Select(x => x.Value);

    public static IEnumerable<string> RegistryHosts(string text) =>
        Registries.Where(x => text.Contains(x, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<string> Types(string text, string kind) =>
        Declarations().Matches(text).Where(x => x.Groups["kind"].Value == kind).Select(x => x.Groups["name"].Value);

    public static IEnumerable<string> References(string project) =>
        Reference().Matches(project).Select(x => x.Groups["path"].Value.Replace('\\', '/'));

    const string Modifiers = @"(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|file|ref)\s+)*";
    const string Kinds = @"(?<kind>class|record struct|record class|record|struct|interface|enum)";

    [GeneratedRegex(@"^\s*" + Modifiers + Kinds + @"\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declarations();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilities|Base|Dto|DTO|Impl)$|^(Common|Shared)$")]
    private static partial Regex EmptyWord();

    [GeneratedRegex("""["'`]/api/""")]
    private static partial Regex ApiPath();

    [GeneratedRegex(@"\b(async|await|Task|HttpClient|HttpContext|DbContext|IConfiguration|IServiceProvider|File|Process)\b(?!\.)")]
    private static partial Regex Working();

    [GeneratedRegex(@"\bIBus\b")]
    private static partial Regex Bus();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex Now();

    [GeneratedRegex(@"\bstatic\s+(readonly\s+)?(IResult|ProblemHttpResult|ValidationProblem)\s+(?<name>\w+)\s*(\{\s*get;\s*\}\s*)?=(?!>)")]
    private static partial Regex SharedAnswer();

    [GeneratedRegex("<ProjectReference Include=\"(?<path>[^\"]+)\"")]
    private static partial Regex Reference();
}
