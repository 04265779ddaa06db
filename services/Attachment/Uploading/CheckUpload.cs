using System.Buffers;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Images;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>Checks a file in memory, and cleans it when it is a picture; a few at once.</summary>
sealed class CheckUpload(PdfProcess pdfs, PictureProcess pictures, IOptions<UploadOptions> options) : IDisposable
{
    readonly SemaphoreSlim _places = new(options.Value.ChecksAtOnce);

    /// <summary>Checks or cleans the file and hands it to the caller's function, after which its memory is used again.</summary>
    /// <exception cref="RefusedFileException">It is not accepted.</exception>
    /// <exception cref="BusyException">Its turn did not come in time.</exception>
    public async Task<T> CleanAsync<T>(IFormFile file, Func<CheckedFile, Task<T>> keep, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(options.Value.CheckWait, cancellationToken))
            throw PictureProcess.Busy();
        var size = (int)file.Length;
        var sent = ArrayPool<byte>.Shared.Rent(size);
        var clean = ArrayPool<byte>.Shared.Rent(ImageWriter.Room(size));
        try
        {
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(sent.AsMemory(0, size), cancellationToken);
            if (!CleanImage.Begins(sent.AsSpan(0, size)))
                return await keep(await CheckAsync(sent.AsMemory(0, size), file.FileName, cancellationToken));

            var output = new ImageWriter(clean);
            var contentType = CleanImage.Write(sent.AsSpan(0, size), output);
            return await keep(new(contentType, output.Written, await pictures.PreviewAsync(output.WithoutAddedEnd, cancellationToken)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(sent);
            ArrayPool<byte>.Shared.Return(clean);
            _places.Release();
        }
    }

    async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> file, string? name, CancellationToken cancellationToken) =>
        CheckDocument.IsPdf(file.Span, name) ? await pdfs.CheckAsync(file, cancellationToken) : CheckDocument.Check(file, name);

    public void Dispose() => _places.Dispose();
}
