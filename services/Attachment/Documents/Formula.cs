using System.Globalization;
using System.Text.RegularExpressions;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>Formulas of cells, in Excel and OpenDocument.</summary>
static partial class Formula
{
    static readonly Dictionary<string, FileRefusalReason> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DDE"] = FileRefusalReason.StartsProgram,
        ["RTD"] = FileRefusalReason.StartsProgram,
        ["CALL"] = FileRefusalReason.StartsProgram,
        ["EXEC"] = FileRefusalReason.StartsProgram,
        ["REGISTER"] = FileRefusalReason.StartsProgram,
        ["REGISTER.ID"] = FileRefusalReason.StartsProgram,
        ["PY"] = FileRefusalReason.StartsProgram,
        ["IMAGE"] = FileRefusalReason.ExternalContent,
        ["SQL.REQUEST"] = FileRefusalReason.ExternalContent,
        ["STOCKHISTORY"] = FileRefusalReason.ExternalContent,
        ["WEBSERVICE"] = FileRefusalReason.ExternalContent,
    };

    public static void Check(string formula, bool isExcel = true)
    {
        List<string> texts = [];
        var plain = Quoted().Replace(formula, quoted =>
        {
            CheckSheet(quoted.Value);
            texts.Add(quoted.Value[1..^1]);
            return quoted.Value[0] == '"' ? $"\"{texts.Count - 1}\"" : "''";
        });
        // Program|topic!item is how Excel calls another program. In OpenDocument the sign separates the rows of a table.
        if (isExcel && (plain.Contains('|', StringComparison.Ordinal) || plain.Contains("_xll.", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedFileException(FileRefusalReason.StartsProgram);
        foreach (Match function in Function().Matches(plain))
            CheckFunction(function.Value[..^1].TrimEnd());
        foreach (Match link in Hyperlink().Matches(plain))
            CheckLink(link, texts);
    }

    // What is worked out from cells is known at the click alone, but for what it begins with.
    static void CheckLink(Match link, List<string> texts)
    {
        var address = link.Groups["text"] is { Success: true, Value: var text } ? texts[int.Parse(text, CultureInfo.InvariantCulture)] : "";
        if (!(link.Groups["end"].Success ? Address.IsClickable(address) : Address.StartsClickable(address)))
            throw new RefusedFileException(FileRefusalReason.UnsafeLink);
    }

    /// <summary>What is in double quotes is text. In single quotes is the name of a sheet, perhaps of another file.</summary>
    static void CheckSheet(string quoted)
    {
        if (quoted[0] == '\'' && (quoted.Contains("://", StringComparison.Ordinal) || quoted.Contains(@"\\", StringComparison.Ordinal)
            || quoted.Contains("file:", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedFileException(FileRefusalReason.ExternalContent);
    }

    /// <summary>Newer functions have prefixes (<c>_xlfn.</c>), and foreign ones in OpenDocument too (<c>COM.MICROSOFT.</c>).</summary>
    static void CheckFunction(string name)
    {
        // The names looked for have at most one dot.
        var last = name.LastIndexOf('.');
        var second = last > 0 ? name.LastIndexOf('.', last - 1) : -1;
        if (Refused.TryGetValue(name[(last + 1)..], out var reason) || Refused.TryGetValue(name[(second + 1)..], out reason))
            throw new RefusedFileException(reason);
    }

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex("""\bHYPERLINK\s*\((?:\s*"(?<text>\d+)"\s*(?:(?<end>[,;)])|&))?""", RegexOptions.IgnoreCase)]
    private static partial Regex Hyperlink();

    [GeneratedRegex(@"[A-Za-z_][\w.]*\s*\(", RegexOptions.NonBacktracking)]
    private static partial Regex Function();
}
