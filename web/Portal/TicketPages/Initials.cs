using System.Globalization;

namespace Helpdesk.Portal.TicketPages;

static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            // Quotes around a nickname are no letters of it.
            .Select(x => x.SkipWhile(char.IsPunctuation)).Select(x => string.Concat(x)).Where(x => x.Length > 0);
        // A letter may be more than one unit of the text.
        return string.Concat(words.Take(2).Select(x => StringInfo.GetNextTextElement(x))).ToUpperInvariant();
    }
}
