using System.Text.RegularExpressions;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The kinds of parts that Office documents are made of, by their content type.</summary>
static partial class OfficeParts
{
    public const string Drawing = "image/svg+xml";

    // Parts that hold programs, whatever the document says they are.
    static readonly string[] Programs = ["/vbaproject", "/vbadata", "/macrosheets/", "/dialogsheets/", "/customui/"];
    static readonly string[] Controls = ["/activex/", "/webextensions/"];

    static readonly Dictionary<string, FileRefusalReason> Refused = new()
    {
        ["macro"] = FileRefusalReason.Macros,
        ["vba"] = FileRefusalReason.Macros,
        ["dialogsheet"] = FileRefusalReason.Macros,
        ["keymap"] = FileRefusalReason.Macros,
        ["toolbars"] = FileRefusalReason.Macros,
        ["activex"] = FileRefusalReason.ActiveControl,
        ["webextension"] = FileRefusalReason.ActiveControl,
        ["connections"] = FileRefusalReason.ExternalContent,
        ["webimage"] = FileRefusalReason.ExternalContent,
        ["template.main"] = FileRefusalReason.UnsupportedKind,
    };

    static readonly HashSet<string> Passive =
    [
        "image/png", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/bmp", "image/tiff", "image/tif", "image/webp",
            "image/x-icon",
        "image/x-emf", "image/emf", "image/x-wmf", "image/wmf", "image/vnd.ms-photo", "image/jp2", "image/heic",
        "application/vnd.openxmlformats-officedocument.obfuscatedfont", "application/x-fontdata", "application/x-font-ttf", "font/ttf",
            "font/otf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.printersettings",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.printersettings",
        "application/vnd.openxmlformats-package.digital-signature-origin",
    ];

    static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        ["xml"] = "application/xml", ["vml"] = "application/xml", ["png"] = "image/png", ["jpg"] = "image/jpeg", ["jpeg"] = "image/jpeg",
            ["gif"] = "image/gif",
        ["emf"] = "image/x-emf", ["wmf"] = "image/x-wmf", ["svg"] = Drawing,
    };

    static readonly byte[][] Foreign = [[0xD0, 0xCF, 0x11, 0xE0], "MZ"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "\u007fELF"u8.ToArray(),
        "%PDF"u8.ToArray()];

    public static void RefusePrograms(IEnumerable<string> parts)
    {
        foreach (var name in parts.Select(x => "/" + x.ToLowerInvariant()))
        {
            // Escapes that no name needs: some program would find the part by another name.
            if (name.Contains("%2e", StringComparison.Ordinal) || name.Contains("%2f", StringComparison.Ordinal)
                || name.Contains("%5c", StringComparison.Ordinal))
                throw ZipDirectory.Broken();
            if (Programs.Any(name.Contains))
                throw new RefusedFileException(FileRefusalReason.Macros);
            if (Controls.Any(name.Contains))
                throw new RefusedFileException(FileRefusalReason.ActiveControl);
            if (name.Contains("/embeddings/", StringComparison.Ordinal) && name.EndsWith(".bin", StringComparison.Ordinal))
                throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
        }
    }

    /// <summary>The type of a part that the document does not tell: few programs even look at it.</summary>
    public static string TypeOfExtension(string name) => name.EndsWith('/') || name.Contains("/printerSettings/", StringComparison.Ordinal)
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.printersettings"
        : ByExtension.GetValueOrDefault(name[(name.LastIndexOf('.') + 1)..]) ?? "";

    public static bool IsDocument(string type) => type is CheckDocument.Docx or CheckDocument.Xlsx;

    public static bool IsMarkup(string type)
    {
        foreach (var (word, reason) in Refused)
        {
            if (type.Contains(word, StringComparison.Ordinal))
                throw new RefusedFileException(reason);
        }

        return Markup().IsMatch(type);
    }

    /// <summary>Images, fonts and the like must be what they say they are.</summary>
    public static void CheckBinary(string type, byte[] content)
    {
        if (!Passive.Contains(type) || Foreign.Any(x => content.AsSpan().StartsWith(x)))
            throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
    }

    [GeneratedRegex(@"^(application|text)/xml$|^application/inkml\+xml$|"
        + @"^application/vnd\.(openxmlformats-|ms-(word|excel|office))[a-z0-9.-]+(\+xml|vmldrawing)$")]
    private static partial Regex Markup();
}
