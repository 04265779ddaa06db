using System.Buffers;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Images;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Uploading;

/// <summary>Checks a file in memory, and cleans it when it is a picture; a few at once.</summary>
sealed class CheckUpload(PdfProcess pdfs, IOptions<UploadOptions> options) : IDisposable
{
    readonly SemaphoreSlim _places = new(options.Value.ChecksAtOnce);

    /// <summary>Checks or cleans the file and hands it to the caller's function, after which its memory is used again.</summary>
    /// <exception cref="RefusedFileException">It is not accepted.</exception>
    public async Task<T> CleanAsync<T>(IFormFile file, Func<string, ReadOnlyMemory<byte>, Task<T>> keep, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var size = (int)file.Length;
        var sent = ArrayPool<byte>.Shared.Rent(size);
        var clean = ArrayPool<byte>.Shared.Rent(ImageWriter.Room(size));
        try
        {
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(sent.AsMemory(0, size), cancellationToken);
            if (!CleanImage.Begins(sent.AsSpan(0, size)))
            {
                var document = await CheckAsync(sent.AsMemory(0, size), file.FileName, cancellationToken);
                return await keep(document.ContentType, document.Bytes);
            }

            var output = new ImageWriter(clean);
            var contentType = CleanImage.Write(sent.AsSpan(0, size), output);
            return await keep(contentType, output.Written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(sent);
            ArrayPool<byte>.Shared.Return(clean);
            _places.Release();
        }
    }

    async Task<CheckedDocument> CheckAsync(ReadOnlyMemory<byte> file, string? name, CancellationToken cancellationToken) =>
        CheckDocument.IsPdf(file.Span, name) ? await pdfs.CheckAsync(file, cancellationToken) : CheckDocument.Check(file, name);

    public void Dispose() => _places.Dispose();
}
