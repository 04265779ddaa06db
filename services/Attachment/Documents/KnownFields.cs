using System.Text.RegularExpressions;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Which fields of Word show what is in the document, and which start or fetch something. One that is neither names a bookmark.
/// </summary>
sealed partial class KnownFields
{
    static readonly HashSet<string> Passive = Words("""
                ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE BIBLIOGRAPHY
        BIDIOUTLINE CITATION COMMENTS         COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME
        FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT         FORMULA FTNREF GOTOBUTTON GREETINGLINE GLOSSARY HYPERLINK IF INDEX
        INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD MERGEREC MERGESEQ NEXT         NEXTIF NOTEREF NUMCHARS NUMPAGES
        NUMWORDS PAGE PAGEREF PRINTDATE PRIVATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE SKIPIF         STYLEREF
        SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE
        """);

    static readonly Dictionary<string, FileRefusalReason> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DDE"] = FileRefusalReason.StartsProgram,
        ["DDEAUTO"] = FileRefusalReason.StartsProgram,
        ["MACROBUTTON"] = FileRefusalReason.StartsProgram,
        ["MACRO"] = FileRefusalReason.StartsProgram,
        ["PRINT"] = FileRefusalReason.StartsProgram,
        ["CONTROL"] = FileRefusalReason.ActiveControl,
        ["HTMLACTIVEX"] = FileRefusalReason.ActiveControl,
        ["OCX"] = FileRefusalReason.ActiveControl,
        ["EMBED"] = FileRefusalReason.EmbeddedFile,
        ["DATABASE"] = FileRefusalReason.ExternalContent,
        ["DATA"] = FileRefusalReason.ExternalContent,
        ["IMPORT"] = FileRefusalReason.ExternalContent,
        ["INCLUDE"] = FileRefusalReason.ExternalContent,
        ["INCLUDETEXT"] = FileRefusalReason.ExternalContent,
        ["LINK"] = FileRefusalReason.ExternalContent,
        ["RD"] = FileRefusalReason.ExternalContent,
    };

    readonly HashSet<string> _bookmarks = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);

    public void Check(string name, string arguments)
    {
        if (Refused.TryGetValue(name, out var reason))
            throw new RefusedFileException(reason);
        if (name.Equals("INCLUDEPICTURE", StringComparison.OrdinalIgnoreCase))
            CheckImage(arguments);
        else if (name.Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase))
            CheckLink(arguments);
        else if (!Passive.Contains(name))
            _named.Add(name);
    }

    public void Bookmark(string name) => _bookmarks.Add(name);

    /// <summary>After all parts: what is no known field must be the name of a bookmark, which is then shown.</summary>
    public void End()
    {
        if (_named.Any(x => !_bookmarks.Contains(x)))
            throw new RefusedFileException(FileRefusalReason.StartsProgram);
    }

    static void CheckImage(string arguments)
    {
        if (Elsewhere().IsMatch(arguments))
            throw new RefusedFileException(FileRefusalReason.ExternalContent);
    }

    static void CheckLink(string arguments)
    {
        var previous = "";
        foreach (Match word in Argument().Matches(arguments))
        {
            // The argument after these is shown, not followed.
            if (previous is not (@"\o" or @"\t") && !Address.IsClickable(word.Value.Trim('"')))
                throw new RefusedFileException(FileRefusalReason.UnsafeLink);
            previous = word.Value;
        }
    }

    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+")]
    private static partial Regex Argument();

    // With a scheme, on another machine, or put together by another field.
    [GeneratedRegex(@"\uFFFC|[A-Za-z][A-Za-z0-9+.-]+:|(^|[\s""])(\\\\|//)")]
    private static partial Regex Elsewhere();

    static HashSet<string> Words(string words) => new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);
}
