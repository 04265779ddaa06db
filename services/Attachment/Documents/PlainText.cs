using System.Text;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>Plain text in UTF-8, UTF-16 with its mark, or one of the old one-byte alphabets.</summary>
static class PlainText
{
    public static IReadOnlyList<string> Endings { get; } = [".txt", ".log"];

    public static bool IsNamedSo(string? name) => name is not null && Endings.Any(x => name.EndsWith(x, StringComparison.OrdinalIgnoreCase));

    public static string Check(ReadOnlySpan<byte> file)
    {
        var isUtf16 = file.StartsWith((byte[])[0xFF, 0xFE]) || file.StartsWith((byte[])[0xFE, 0xFF]);
        if (isUtf16 ? !IsUtf16(file) : HasControls(file))
            throw RefusedFileException.OtherKind();
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

    // Whatever a file of another kind is, it has some of these.
    static bool HasControls(ReadOnlySpan<byte> file)
    {
        foreach (var value in file)
        {
            if (value is < 0x20 or 0x7F && !IsSpace((char)value))
                return true;
        }

        return false;
    }

    // The escape colours the lines of many logs.
    static bool IsSpace(char sign) => sign is '\t' or '\n' or '\r' or '\f' or '\u001B';
}
