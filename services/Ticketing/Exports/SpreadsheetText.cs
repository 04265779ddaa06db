using System.Text.RegularExpressions;

namespace Helpdesk.Ticketing.Exports;

/// <summary>What people typed, as a file must hold it so that a spreadsheet shows just that and carries nothing out.</summary>
static partial class SpreadsheetText
{
    /// <summary>What may begin a formula; a minus too, but that has harmless uses. Wide ones count in East Asian spreadsheets.</summary>
    const string Formulas = "=+@\t\r\n＝＋－＠";

    /// <summary>As a value between separators: a quote before what could be a formula makes it a text.</summary>
    public static string AsValue(string text)
    {
        var typed = text.TrimStart(' ', '\u00A0', '\u3000');
        if (typed.Length == 0)
            return text;
        var formula = Formulas.Contains(typed[0], StringComparison.Ordinal) || (typed[0] == '-' && !Harmless().IsMatch(typed));
        var quoted = formula ? "'" + text : text;
        // Another language's spreadsheet cuts at the other separator, and what stands behind it is a value of its own there.
        return quoted.AsSpan().ContainsAny('(', '|', '!') ? BehindSeparator().Replace(quoted, "$0'") : quoted;
    }

    /// <summary>As a text of a workbook, which reads <c>_x0041_</c> as the sign of that number.</summary>
    public static string AsCell(string text) => Escape().Replace(text, "_x005F_");

    // A number, and words behind it: without brackets, operators, references and what fetches there is nothing to calculate.
    [GeneratedRegex(@"^- ?[0-9][0-9.,]*[%°ºª]?[\p{L}\p{M}]*(?: [\p{L}\p{M}\p{Nd} .,;%°ºª?¿¡…]*)?$")]
    private static partial Regex Harmless();

    [GeneratedRegex(@"[,;\t] *(?=[=+@-])")]
    private static partial Regex BehindSeparator();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
