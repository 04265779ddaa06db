namespace Helpdesk.Portal.Following;

static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A letter may be more than one unit of the text.
        return string.Concat(words.Take(2).Select(x => System.Globalization.StringInfo.GetNextTextElement(x))).ToUpperInvariant();
    }
}
