using Helpdesk.Api;
using Helpdesk.Api.Files;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Attachment.Uploading;

/// <summary>Why an upload is refused.</summary>
static class UploadRefusals
{
    public static Refusal NoForm { get; } = new(
        ProblemTypes.UnsupportedMediaType, "Please send the file as multipart/form-data.", StatusCodes.Status415UnsupportedMediaType);

    public static Refusal BrokenForm { get; } = new(
        ProblemTypes.Malformed, "The form could not be read: its parts do not match its boundary.", StatusCodes.Status400BadRequest);

    public static Refusal NotOneFile { get; } = Refusal.Invalid("file", "Send one file that is not empty.");

    public static Refusal TooLarge { get; } = OfFile(
        ProblemTypes.TooLarge, $"This file is larger than the {FileLimits.MaxSize / (1024 * 1024)} MiB that are accepted.",
        StatusCodes.Status413PayloadTooLarge);

    public static Refusal UploadsExhausted { get; } = new(
        ProblemTypes.UploadsExhausted,
        "Too many files are waiting for their tickets at the moment. Please open the ticket without the file, or try again later.",
        StatusCodes.Status503ServiceUnavailable);

    public static Refusal TooManyUploads { get; } = new(
        ProblemTypes.TooManyUploads,
        "Too many files came from your account or network within an hour. Please send the ticket without this file, or try again later.",
        StatusCodes.Status429TooManyRequests);

    public static Refusal StorageFull { get; } = new(
        ProblemTypes.StorageFull,
        "This installation has no room for more files. Please open the ticket, or reply, without the file; "
        + "the team can tell you how to send it.",
        StatusCodes.Status507InsufficientStorage);

    public static Refusal NotStored { get; } = new(
        ProblemTypes.Unavailable, "The file could not be stored. Please open the ticket without it, or try again later.",
        StatusCodes.Status503ServiceUnavailable);

    public static Refusal Of(RefusedFileException refused) => refused.IsDamage
        ? OfFile(ProblemTypes.DamagedFile, refused.Message, StatusCodes.Status422UnprocessableEntity, refused.Reason)
        : OfFile(ProblemTypes.UnsupportedFile, refused.Message, StatusCodes.Status415UnsupportedMediaType, refused.Reason);

    /// <summary>The problem tells the field as a validation problem does, and the reason.</summary>
    static Refusal OfFile(string type, string detail, int status, FileRefusalReason? reason = null)
    {
        var more = new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["file"] = [detail] } };
        if (reason is not null)
            more["reason"] = reason;
        return new(type, detail, status) { More = more };
    }
}
