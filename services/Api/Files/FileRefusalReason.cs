using System.Text.Json.Serialization;

namespace Helpdesk.Api.Files;

/// <summary>
/// Why an uploaded file is refused: <c>reason</c> in problems of the types <see cref="ProblemTypes.UnsupportedFile"/> and
/// <see cref="ProblemTypes.DamagedFile"/>. More may come; whoever does not know one goes by the type.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileRefusalReason>))]
public enum FileRefusalReason
{
    /// <summary>None of the kinds that are accepted.</summary>
    [JsonStringEnumMemberName("unsupported-kind")]
    UnsupportedKind,

    /// <summary>A PDF with a password or a protection.</summary>
    [JsonStringEnumMemberName("encrypted-pdf")]
    EncryptedPdf,

    /// <summary>A Word, Excel or OpenDocument file under a password.</summary>
    [JsonStringEnumMemberName("encrypted-office")]
    EncryptedOffice,

    /// <summary>Macros, or what calls them.</summary>
    [JsonStringEnumMemberName("macros")]
    Macros,

    /// <summary>A script in a PDF or a drawing.</summary>
    [JsonStringEnumMemberName("script")]
    Script,

    /// <summary>A field, formula or action that starts a program, or one that cannot be told.</summary>
    [JsonStringEnumMemberName("starts-program")]
    StartsProgram,

    /// <summary>Content that is fetched from elsewhere.</summary>
    [JsonStringEnumMemberName("external-content")]
    ExternalContent,

    /// <summary>Another file inside.</summary>
    [JsonStringEnumMemberName("embedded-file")]
    EmbeddedFile,

    /// <summary>A control or an add-in that runs.</summary>
    [JsonStringEnumMemberName("active-control")]
    ActiveControl,

    /// <summary>Video, sound or a 3D model.</summary>
    [JsonStringEnumMemberName("media")]
    Media,

    /// <summary>A form that sends itself or loads data.</summary>
    [JsonStringEnumMemberName("sends-form")]
    SendsForm,

    /// <summary>A form that runs programs (XFA).</summary>
    [JsonStringEnumMemberName("program-form")]
    ProgramForm,

    /// <summary>It opens an address or another document by itself.</summary>
    [JsonStringEnumMemberName("opens-address")]
    OpensAddress,

    /// <summary>A link of a kind that starts something.</summary>
    [JsonStringEnumMemberName("unsafe-link")]
    UnsafeLink,

    /// <summary>An image that is not whole in itself, or cannot be decoded within bounds.</summary>
    [JsonStringEnumMemberName("damaged-image")]
    DamagedImage,

    /// <summary>The end of the image is missing.</summary>
    [JsonStringEnumMemberName("truncated-image")]
    TruncatedImage,

    /// <summary>Too many pixels.</summary>
    [JsonStringEnumMemberName("image-too-large")]
    ImageTooLarge,

    /// <summary>Too many frames.</summary>
    [JsonStringEnumMemberName("animation-too-long")]
    AnimationTooLong,

    /// <summary>A document that cannot be read to its end, or in one way only.</summary>
    [JsonStringEnumMemberName("damaged-document")]
    DamagedDocument,

    /// <summary>A document that unpacks to, or is divided into, more than is read.</summary>
    [JsonStringEnumMemberName("document-too-large")]
    DocumentTooLarge,
}
