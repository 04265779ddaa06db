using System.Buffers;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Images;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>Checks files in memory, and cleans images; a few at once.</summary>
sealed class CheckUpload(PdfProcess pdfs, ImageProcess images, IOptions<UploadOptions> options) : IDisposable
{
    readonly SemaphoreSlim _slots = new(options.Value.ChecksAtOnce);

    /// <summary>Checks or cleans the file and hands it to the function, after which its memory is used again.</summary>
    /// <exception cref="RefusedFileException">It is not accepted.</exception>
    /// <exception cref="BusyException">Its turn did not come in time.</exception>
    public async Task<T> CleanAsync<T>(IFormFile file, Func<CheckedFile, Task<T>> store, CancellationToken cancellationToken)
    {
        if (!await _slots.WaitAsync(options.Value.CheckWait, cancellationToken))
            throw ImageProcess.Busy();
        var size = (int)file.Length;
        var sent = ArrayPool<byte>.Shared.Rent(size);
        var cleaned = ArrayPool<byte>.Shared.Rent(ImageWriter.Room(size));
        try
        {
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(sent.AsMemory(0, size), cancellationToken);
            if (!CleanImage.Begins(sent.AsSpan(0, size)))
                return await store(await CheckAsync(sent.AsMemory(0, size), file.FileName, cancellationToken));

            var output = new ImageWriter(cleaned);
            var contentType = CleanImage.Write(sent.AsSpan(0, size), output);
            return await store(new(contentType, output.Written, await images.PreviewAsync(output.WithoutAddedEnd, cancellationToken)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(sent);
            ArrayPool<byte>.Shared.Return(cleaned);
            _slots.Release();
        }
    }

    async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> file, string? name, CancellationToken cancellationToken) =>
        CheckDocument.IsPdf(file.Span, name) ? await pdfs.CheckAsync(file, cancellationToken) : CheckDocument.Check(file, name);

    public void Dispose() => _slots.Dispose();
}
