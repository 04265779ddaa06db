using System.Buffers.Binary;
using Helpdesk.Attachment.Checks;
using Helpdesk.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Storing;

/// <summary>Stores files on disk: written beside, then renamed, so that nobody ever reads half a file.</summary>
sealed class DiskFileStore(IOptions<StorageOptions> options) : IFileStore
{
    const string Preview = ".preview";

    readonly string _files = Path.Combine(options.Value.Root, "files");
    readonly string _incoming = Path.Combine(options.Value.Root, "incoming");

    public async Task WriteAsync(Guid id, CheckedFile file, CancellationToken cancellationToken)
    {
        PrivateFolder.Create(_incoming);
        try
        {
            await WriteAsync(Incoming(id), file.Bytes, cancellationToken);
            if (file.Preview.Length > 0)
                await WriteAsync(Incoming(id) + Preview, file.Preview, cancellationToken);
        }
        catch (IOException)
        {
            // A full disk would stay full of halves of files.
            File.Delete(Incoming(id));
            File.Delete(Incoming(id) + Preview);
            throw;
        }
    }

    static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0,
            PreallocationSize = bytes.Length, Options = FileOptions.Asynchronous,
        });
        await file.WriteAsync(bytes, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    public void Publish(Guid id)
    {
        var path = PathOf(id);
        PrivateFolder.Create(_files);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // First, so that whoever finds the file finds its preview too.
        if (File.Exists(Incoming(id) + Preview))
            File.Move(Incoming(id) + Preview, path + Preview);
        File.Move(Incoming(id), path);
    }

    public Stream? Open(Guid id) => Open(PathOf(id));

    public Stream? OpenPreview(Guid id) => Open(PathOf(id) + Preview);

    static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(Guid id)
    {
        try
        {
            File.Delete(PathOf(id));
            File.Delete(PathOf(id) + Preview);
        }
        catch (DirectoryNotFoundException)
        {
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    public void DeleteUnpublished(DateTimeOffset before)
    {
        var incoming = new DirectoryInfo(_incoming);
        if (!incoming.Exists)
            return;
        foreach (var file in incoming.EnumerateFiles().Where(x =>
            Guid.TryParseExact(Path.GetFileNameWithoutExtension(x.Name), "N", out var id) && BegunAt(id) < before))
            file.Delete();
    }

    // By the id, not by the disk, whose clock may differ from the service's (RFC 9562, 5.7: milliseconds in 48 bits).
    static DateTimeOffset BegunAt(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(
        (long)(BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16));

    // The last digits of an id are random, the first ones time: by the last the files spread evenly.
    string PathOf(Guid id) => Path.Combine(_files, $"{id:N}"[^2..], $"{id:N}");

    string Incoming(Guid id) => Path.Combine(_incoming, $"{id:N}");
}
