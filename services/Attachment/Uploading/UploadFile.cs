using System.Security.Claims;
using Helpdesk.Attachment.Images;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

public static class UploadFile
{
    // More than the gateway lets through: a body that is read to its end gets an answer, one that is cut off a broken connection.
    const int MaxBody = UploadOptions.MaxSize + 3 * 1024 * 1024;

    /// <summary>The receipt is handed over when opening a ticket or replying; until then nobody sees the file.</summary>
    public sealed record Response(string Receipt, string FileName, string ContentType, long Size);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous().DisableAntiforgery().Accepts<IFormFile>("multipart/form-data")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable).ProducesProblem(StatusCodes.Status507InsufficientStorage)
        .WithName("UploadFile")
        .WithSummary(
            "Takes a picture or a document: checked by its structure; "
            + "a picture is stripped of what it tells beyond itself, and decoded once");

    static async Task<Results<Created<Response>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        HttpRequest request, HttpResponse response, ClaimsPrincipal caller, AttachmentDbContext db, CheckUpload check, KeepFile keep, Senders senders, Unclaimed unclaimed, Kept kept, ValueProtector protector, IOptions<UploadOptions> options, ILogger<CheckUpload> logger, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        if (!request.HasFormContentType)
            return UploadProblems.NoForm();
        // Whatever strangers have filled up, the staff can go on working.
        if (!caller.IsStaff() && await unclaimed.IsFullAsync(db, cancellationToken))
            return UploadProblems.Full(response);
        if (await kept.IsFullAsync(db, cancellationToken))
            return UploadProblems.NoRoom();

        try
        {
            if (await SentFile.ReadAsync(request, cancellationToken) is not { } file)
                return Problem.Invalid("file", "Send one file that is not empty.");
            if (senders.Refuses(request.HttpContext, file.Length, out var wait))
                return UploadProblems.TooMuch(response, wait);
            var stored = await check.CleanAsync(
                file, x => keep.KeepAsync(DisplayName.Of(file.FileName, x.ContentType), x, cancellationToken), cancellationToken);
            unclaimed.Added(stored.Size + stored.PreviewSize);
            kept.Added(stored.Size + stored.PreviewSize);
            var receipt = protector.Protect(new UploadReceipt(stored.Id, stored.FileName, stored.ContentType, stored.Size), options.Value.ReceiptFor);
            return TypedResults.Created((string?)null, new Response(receipt, stored.FileName, stored.ContentType, stored.Size));
        }
        catch (RefusedFileException refused)
        {
            return UploadProblems.Refused(refused);
        }
        catch (FileTooLargeException)
        {
            return UploadProblems.TooLarge();
        }
        catch (InvalidDataException)
        {
            return UploadProblems.BrokenForm();
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            logger.LogError(exception, "An upload could not be stored");
            return UploadProblems.NotStored();
        }
    }
}
