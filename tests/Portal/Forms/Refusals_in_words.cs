using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helpdesk.Api;
using Helpdesk.Api.Files;
using Helpdesk.Ui.Texts;

namespace Helpdesk.Portal.Tests.Forms;

/// <summary>Every word that a service can refuse with has a sentence, in both languages.</summary>
public sealed partial class Refusals_in_words
{
    static readonly string[] Elsewhere = ["/obj/", "/bin/", "/Migrations/"];

    static readonly string Repository = Path.GetFullPath("../../..", Path.GetDirectoryName(ThisFile())!);

    /// <summary>
    /// What no customer and no owner of an account comes to read, mostly since only staff can meet it. Whoever adds a word says why.
    /// </summary>
    static readonly string[] OfStaffOnly =
    [
        // Working on tickets, their links and their exports.
        "not-yours", "too-many-links", "link-turns-in-circle", "link-stays", "too-many-merged", "export-for-customers",
        "dispatcher-required", "assignee-is-customer",
        // Only to programs that ask with a header of their own.
        "if-match-unreadable",
        // Only to an EventSource, which shows a page nothing but the status.
        "too-many-live-streams",
        // Accounts of others, settings, the first setup, the mail server.
        "not-to-be-invited", "own-account", "last-administrator", "version-missing", "already-set-up",
        "setup-code-not-configured", "setup-code-wrong",
        "delivery-not-resendable", "delivery-expired", "too-many-mail-tests",
        // Areas, categories and agents.
        "area-in-use", "area-name-taken", "category-in-use", "category-title-taken", "not-yourself", "not-an-agent",
        // What failed behind the scenes.
        "failure-settled",
    ];

    [Fact]
    public void G13_every_type_has_its_sentence_unless_only_staff_meet_it()
    {
        var types = Types();
        Assert.Superset(new HashSet<string> { "transition-not-allowed", "rating-over", "not-rateable", "unexpected" }, types);
        var texts = new PageTexts();
        var missing = types.Except(OfStaffOnly).Where(x => !texts.Has($"refused.{x}")).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, "No words for: " + string.Join(", ", missing));
    }

    [Fact]
    public void G13_every_reason_why_a_file_is_refused_has_its_sentence()
    {
        var texts = new PageTexts();
        Assert.All(Enum.GetValues<FileRefusalReason>(), x =>
            Assert.True(texts.Has($"files.reason.{JsonSerializer.SerializeToElement(x).GetString()}"), $"No words for: {x}"));
    }

    /// <summary>The compiler knows whether there is such a constant; a bare word it does not know.</summary>
    [Fact]
    public void G13_pages_name_types_by_their_constants()
    {
        var bare = Sources("web").SelectMany(x => Type().Matches(x)).Select(x => x.Value)
            .Where(x => x.Contains('"', StringComparison.Ordinal));
        Assert.Empty(bare);
        Assert.Contains(Sources("web"), x => x.Contains("Type: ProblemTypes.", StringComparison.Ordinal));
    }

    [Fact]
    public void G13_so_do_services() =>
        Assert.Empty(new[] { "services", "ServiceDefaults", "gateway", "web" }.SelectMany(Sources).SelectMany(Bare));

    /// <summary>A finder that finds nothing would have every word pass.</summary>
    [Theory]
    [InlineData("Problem.Of(StatusCodes.Status409Conflict, \"email-taken\", \"Another\")", "email-taken")]
    [InlineData("Refusal? Refuse() => new(\"not-rateable\", \"Only a ticket that was closed can be rated.\")", "not-rateable")]
    [InlineData("Refusal Full { get; } = new(\n        \"ticket-files-full\", $\"A ticket holds\")", "ticket-files-full")]
    [InlineData("BusyException busy => Unavailable(httpContext, \"busy\", busy.Message", "busy")]
    [InlineData("OfFile(StatusCodes.Status413PayloadTooLarge, \"too-large\", $\"This file\")", "too-large")]
    [InlineData("validation.Type = ProblemTypes.Prefix + \"invalid\";")]
    [InlineData("new(\"no-answer\", \"The server says nothing.\")")]
    [InlineData("mail.Subject(\"ticket-opened\", \"x\")")]
    public void G13_bare_words_are_found_where_they_are_used(string source, params string[] words) => Assert.Equal(words, Bare(source));

    static HashSet<string> Types() => [.. typeof(ProblemTypes).GetFields()
        .Where(x => x.IsLiteral && x.Name != nameof(ProblemTypes.Prefix))
        .Select(x => ((string)x.GetRawConstantValue()!)[ProblemTypes.Prefix.Length..])];

    static IEnumerable<string> Bare(string source) => Made().Matches(source)
        .Concat(source.Contains("Refusal", StringComparison.Ordinal) ? Refused().Matches(source) : [])
        .Select(x => x.Groups["type"].Value).Distinct();

    static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository, folder), "*.cs", SearchOption.AllDirectories)
        .Where(x => !Elsewhere.Any(y => x.Contains(y, StringComparison.Ordinal))).Select(File.ReadAllText);

    static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("(?:Problem\\.Of|OfFile|Unavailable)\\([^;\"\\[]*\"(?<type>[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Made();

    // Its sentence follows.
    [GeneratedRegex("""\bnew(?: Refusal)?\(\s*"(?<type>[a-z]+(?:-[a-z]+)+)",\s*\$?"[A-Z]""")]
    private static partial Regex Refused();

    [GeneratedRegex("""Type: "[^}]*|Type (?:==|is) "[^"]*"|case "[^:]*""")]
    private static partial Regex Type();
}
