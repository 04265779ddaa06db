using System.Text.RegularExpressions;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>Formulas of cells, in Excel and OpenDocument.</summary>
static partial class Formula
{
    static readonly Dictionary<string, RefusalReason> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DDE"] = RefusalReason.StartsProgram,
        ["RTD"] = RefusalReason.StartsProgram,
        ["CALL"] = RefusalReason.StartsProgram,
        ["EXEC"] = RefusalReason.StartsProgram,
        ["REGISTER"] = RefusalReason.StartsProgram,
        ["REGISTER.ID"] = RefusalReason.StartsProgram,
        ["PY"] = RefusalReason.StartsProgram,
        ["IMAGE"] = RefusalReason.ExternalContent,
        ["SQL.REQUEST"] = RefusalReason.ExternalContent,
        ["STOCKHISTORY"] = RefusalReason.ExternalContent,
        ["WEBSERVICE"] = RefusalReason.ExternalContent,
    };

    public static void Check(string formula, bool isExcel = true)
    {
        var plain = Quoted().Replace(formula, quoted =>
        {
            CheckSheet(quoted.Value);
            return "''";
        });
        // Program|topic!item: how Excel writes a call of another program. In OpenDocument the sign parts the rows of a table.
        if (isExcel && (plain.Contains('|', StringComparison.Ordinal) || plain.Contains("_xll.", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedFileException(RefusalReason.StartsProgram);
        foreach (Match function in Function().Matches(plain))
            CheckFunction(function.Value[..^1].TrimEnd());
    }

    /// <summary>Words in quotation marks are text. In single ones stands the name of a sheet, perhaps of another file.</summary>
    static void CheckSheet(string quoted)
    {
        if (quoted[0] == '\'' && (quoted.Contains("://", StringComparison.Ordinal) || quoted.Contains(@"\\", StringComparison.Ordinal)
            || quoted.Contains("file:", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedFileException(RefusalReason.ExternalContent);
    }

    /// <summary>Newer functions have prefixes (<c>_xlfn.</c>), and foreign ones in OpenDocument too (<c>COM.MICROSOFT.</c>).</summary>
    static void CheckFunction(string name)
    {
        // The names that are looked for have one dot at most.
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
