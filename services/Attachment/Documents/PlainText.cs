using System.Text;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>Plain text in UTF-8, UTF-16 with a byte order mark, or one of the old one-byte encodings.</summary>
static class PlainText
{
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".log"];

    public static bool HasExtension(string? name) =>
        name is not null && Extensions.Any(x => name.EndsWith(x, StringComparison.OrdinalIgnoreCase));

    public static string Check(ReadOnlySpan<byte> file)
    {
        var isUtf16 = file.StartsWith((byte[])[0xFF, 0xFE]) || file.StartsWith((byte[])[0xFE, 0xFF]);
        if (isUtf16 ? !IsUtf16(file) : HasControls(file))
            throw RefusedFileException.UnsupportedKind();
        return CheckDocument.Text;
    }

    static bool IsUtf16(ReadOnlySpan<byte> file)
    {
        try
        {
            var text = new UnicodeEncoding(file[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true).GetString(file[2..]);
            return !text.Any(x => char.IsControl(x) && !IsSpace(x));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // A file of any other kind has some of these.
    static bool HasControls(ReadOnlySpan<byte> file)
    {
        foreach (var value in file)
        {
            if (value is < 0x20 or 0x7F && !IsSpace((char)value))
                return true;
        }

        return false;
    }

    // Escape sequences colour the lines of many logs.
    static bool IsSpace(char sign) => sign is '\t' or '\n' or '\r' or '\f' or '\u001B';
}
