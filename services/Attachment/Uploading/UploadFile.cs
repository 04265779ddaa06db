using System.Globalization;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Storing;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

static class UploadFile
{
    // More than the gateway lets through: a body that is read to its end gets an answer, one that is cut off a broken connection.
    const int MaxBody = FileLimits.MaxSize + 3 * 1024 * 1024;

    const int RetryAfterExhausted = 600;

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).AllowAnonymous().DisableAntiforgery()
        .WithName("UploadFile")
        .WithSummary("Takes an image or a document, checked by its structure; an image is stripped of all but its pixels, and decoded once")
        .Accepts<IFormFile>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(MaxBody))
        .Produces<UploadFileResponse>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    static async Task<IResult> HandleAsync(
        HttpContext http, AttachmentDbContext db, UnclaimedQuota unclaimed, StorageQuota storage, UploadRateLimiter limiter,
        CheckUpload check, StoreUpload store, ValueProtector protector, IOptions<UploadOptions> options, ILogger<StoreUpload> logger,
        CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType)
            return UploadRefusals.NoForm.ToProblem();
        // However much strangers have filled, staff can go on working.
        if (!http.User.IsStaff() && await unclaimed.IsFullAsync(db, cancellationToken))
            return RetryLater(UploadRefusals.UploadsExhausted, RetryAfterExhausted, http.Response);
        if (await storage.IsFullAsync(db, cancellationToken))
            return UploadRefusals.StorageFull.ToProblem();

        var read = await UploadForm.ReadAsync(http.Request, cancellationToken);
        if (!read.TryGet(out var form, out var refusal))
            return refusal.ToProblem();
        if (!limiter.TryAcquire(http, form.File.Length, out var retryAfter))
            return RetryLater(UploadRefusals.TooManyUploads, retryAfter, http.Response);

        var stored = await CheckAndStoreAsync(form, check, store, logger, cancellationToken);
        return stored.ToHttp(file =>
        {
            unclaimed.Add(file.Size + file.PreviewSize);
            storage.Add(file.Size + file.PreviewSize);
            var receipt = new UploadReceipt(file.Id, file.FileName, file.ContentType, file.Size);
            return TypedResults.Created((string?)null, new UploadFileResponse(
                protector.Protect(receipt, options.Value.ReceiptFor), file.FileName, file.ContentType, file.Size));
        });
    }

    static async Task<Result<StoredFile>> CheckAndStoreAsync(
        UploadForm form, CheckUpload check, StoreUpload store, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await check.CleanAsync(
                form.File, x => store.StoreAsync(DisplayName.Of(form.FileName, x.ContentType), x, cancellationToken), cancellationToken);
        }
        catch (RefusedFileException refused)
        {
            return UploadRefusals.Of(refused);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            logger.LogError(exception, "An upload could not be stored");
            return UploadRefusals.NotStored;
        }
    }

    static IResult RetryLater(Refusal refusal, int seconds, HttpResponse response)
    {
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return refusal.ToProblem();
    }
}
