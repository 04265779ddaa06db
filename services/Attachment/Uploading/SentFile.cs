namespace Helpdesk.Attachment.Uploading;

/// <summary>The one file of a form. What is not in memory or on its way is buffered on disk by the framework.</summary>
static class SentFile
{
    const int ValueLength = 64 * 1024;

    /// <summary>Reads the form; null when it holds another number of files than one, or an empty one.</summary>
    /// <exception cref="InvalidDataException">The form is not what its headers say.</exception>
    /// <exception cref="FileTooLargeException">It is larger than accepted.</exception>
    public static async Task<IFormFile?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = await request.ReadFormAsync(new() { MultipartBodyLengthLimit = UploadOptions.MaxSize, ValueCountLimit = 16, ValueLengthLimit = ValueLength }, cancellationToken);
            return form.Files is [{ Length: > 0 } file] ? file : null;
        }
        catch (InvalidDataException exception) when (exception.Message.Contains($"{UploadOptions.MaxSize}", StringComparison.Ordinal))
        {
            throw new FileTooLargeException();
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new FileTooLargeException();
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new InvalidDataException("The body ends before its last boundary.", exception);
        }
    }
}
