using System.Buffers;
using System.Globalization;
using System.Text;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The names in a PDF that stand for something that acts, written with escapes or without.</summary>
static class PdfNames
{
    const int Longest = 60;
    static readonly SearchValues<byte> Ends = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    static readonly Dictionary<string, string> Acting = new()
    {
        ["JavaScript"] = "a script",
        ["Launch"] = "a command that starts a program",
        ["EmbeddedFile"] = "another file inside",
        ["EmbeddedFiles"] = "other files inside",
        ["RichMedia"] = "a film or a program",
        ["XFA"] = "a form that runs programs",
        ["SubmitForm"] = "a form that sends itself",
        ["ImportData"] = "a command that reads files",
        ["Encrypt"] = "a password or a protection, so that it cannot be checked",
    };

    public static void Refuse(ReadOnlySpan<byte> part)
    {
        while (part.IndexOf((byte)'/') is var at and >= 0)
        {
            part = part[(at + 1)..];
            var end = part[..Math.Min(part.Length, Longest)].IndexOfAny(Ends);
            if (end > 0 && Acting.TryGetValue(Plain(part[..end]), out var what))
                throw RefusedFileException.Active(what);
        }
    }

    /// <summary>Any sign of a name may be written as # and two digits.</summary>
    static string Plain(ReadOnlySpan<byte> name)
    {
        if (!name.Contains((byte)'#'))
            return Encoding.Latin1.GetString(name);
        var plain = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sign))
            {
                plain.Append((char)sign);
                i += 2;
            }
            else
            {
                plain.Append((char)name[i]);
            }
        }

        return plain.ToString();
    }
}
