using Helpdesk.Api.Files;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Attachment.Uploading;

/// <summary>A form with its one file. The framework buffers on disk whatever it does not hold in memory.</summary>
sealed record UploadForm(IFormFile File)
{
    const int MaxValueLength = 64 * 1024;

    /// <summary>
    /// The file's name as its owner sees it. Browsers escape these three characters in a form's names, and nothing else: not even the
    /// percent sign (HTML, "multipart form data").
    /// </summary>
    public string FileName => File.FileName.Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal);

    public static async Task<Result<UploadForm>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limits = new FormOptions
        {
            MultipartBodyLengthLimit = FileLimits.MaxSize, ValueCountLimit = 16, ValueLengthLimit = MaxValueLength,
        };
        try
        {
            var form = await request.ReadFormAsync(limits, cancellationToken);
            return form.Files is [{ Length: > 0 } file] ? new UploadForm(file) : UploadRefusals.NotOneFile;
        }
        catch (InvalidDataException exception) when (exception.Message.Contains($"{FileLimits.MaxSize}", StringComparison.Ordinal))
        {
            return UploadRefusals.TooLarge;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return UploadRefusals.TooLarge;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return UploadRefusals.BrokenForm;
        }
    }
}
