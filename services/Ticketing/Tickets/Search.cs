using System.Text.RegularExpressions;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Turns what was typed into a search for all words, each also as a beginning.</summary>
static partial class Search
{
    public static string? Query(string? typed)
    {
        var words = Word().Matches(typed ?? "").Select(x => $"'{x.Value}':*").Take(10).ToList();
        return words.Count == 0 ? null : string.Join(" & ", words);
    }

    [GeneratedRegex(@"[\p{L}\p{N}@._+-]+")]
    private static partial Regex Word();
}
