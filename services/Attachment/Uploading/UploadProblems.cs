using Helpdesk.Attachment.Images;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Attachment.Uploading;

/// <summary>Why an upload was not taken, in words.</summary>
static class UploadProblems
{
    public static ProblemHttpResult NoForm() => Problem.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Send the file as multipart/form-data.");

    public static ProblemHttpResult BrokenForm() => Problem.Of(StatusCodes.Status400BadRequest, "malformed", "The form could not be read: its parts are not where its boundary says.");

    public static ProblemHttpResult TooLarge() =>
        OfFile(StatusCodes.Status413PayloadTooLarge, "too-large", $"This file is larger than the {UploadOptions.MaxSize / (1024 * 1024)} MiB that are accepted.");

    public static ProblemHttpResult Refused(RefusedFileException refused) => refused.IsOtherKind
        ? OfFile(StatusCodes.Status415UnsupportedMediaType, "unsupported-file", refused.Message, refused.Reason)
        : OfFile(StatusCodes.Status422UnprocessableEntity, "damaged-file", refused.Message, refused.Reason);

    public static ProblemHttpResult Full(HttpResponse response)
    {
        response.Headers.RetryAfter = "600";
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, "uploads-exhausted", "Too many files wait for their tickets at the moment. Please open the ticket without the file, or try again later.");
    }

    public static ProblemHttpResult TooMuch(HttpResponse response, string wait)
    {
        response.Headers.RetryAfter = wait;
        return Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-uploads", "Too many files came from your account or your address within an hour. Please send the ticket without this file, or try again later.");
    }

    public static ProblemHttpResult NoRoom() =>
        Problem.Of(StatusCodes.Status507InsufficientStorage, "storage-full", "This installation keeps as many files as it may. Please open the ticket without the file, or reply without it; the team can say how to send it.");

    public static ProblemHttpResult NotStored() =>
        Problem.Of(StatusCodes.Status503ServiceUnavailable, "unavailable", "The file could not be stored at the moment. Please open the ticket without it, or try again later.");

    static ProblemHttpResult OfFile(int status, string type, string sentence, RefusalReason? reason = null)
    {
        var more = new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["file"] = [sentence] } };
        if (reason is not null)
            more["reason"] = reason.Word;
        return Problem.Of(status, type, sentence, more);
    }
}
