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
        var plain = Quoted().Replace(formula, quoted =>
        {
            CheckSheet(quoted.Value);
            return "''";
        });
        // Program|topic!item is how Excel calls another program. In OpenDocument the sign separates the rows of a table.
        if (isExcel && (plain.Contains('|', StringComparison.Ordinal) || plain.Contains("_xll.", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedFileException(FileRefusalReason.StartsProgram);
        foreach (Match function in Function().Matches(plain))
            CheckFunction(function.Value[..^1].TrimEnd());
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

    [GeneratedRegex(@"[A-Za-z_][\w.]*\s*\(", RegexOptions.NonBacktracking)]
    private static partial Regex Function();
}
