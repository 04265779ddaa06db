using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Checks PDFs in a process of their own, with a bound on its memory and time and without this one's secrets: a parser of so large a format
/// remembers names for ever, follows numbers that a file makes up, and may be led round in circles.
/// </summary>
sealed class PdfProcess : IDisposable
{
    /// <summary>The argument by which this program is started to check the one file on its input.</summary>
    public const string Verb = "check-pdf";

    const string Started = "started";
    const string MemoryInHex = "10000000";
    const int AtOnce = 2;

    // Of the processor, for a busy machine is no fault of the file; and in all, for a process that hangs.
    static readonly TimeSpan MostWork = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>Checks a PDF.</summary>
    /// <exception cref="RefusedFileException">It is not accepted, or could not be checked within the bounds.</exception>
    /// <exception cref="IOException">The process cannot be started here.</exception>
    public async Task<CheckedDocument> CheckAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return Answer(await RunAsync(file, cancellationToken), file);
        }
        finally
        {
            _places.Release();
        }
    }

    static CheckedDocument Answer(string[] said, ReadOnlyMemory<byte> file) => said switch
    {
        [Started, "taken", var skipped] => new(CheckDocument.Pdf, file[int.Parse(skipped, CultureInfo.InvariantCulture)..]),
        [Started, "refused", var word, var where] when RefusalReason.All.FirstOrDefault(x => x.Word == word) is { } reason =>
            throw new RefusedFileException(reason, where),
        [Started, ..] => throw RefusedFileException.TooLarge("it takes more memory or time than any document needs"),
        _ => throw new IOException("The process that checks PDFs did not start."),
    };

    static async Task<string[]> RunAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        using var process = Start();
        // What a parser that ends badly has to say would fill the pipe, and it would wait.
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        var said = new List<string>();
        try
        {
            _ = WatchAsync(process, limit);
            var writing = WriteAsync(process.StandardInput, file, limit.Token);
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
                said.Add(line);
            await writing;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            said = [Started];
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        return [.. said];
    }

    static async Task WatchAsync(Process process, CancellationTokenSource limit)
    {
        try
        {
            while (!process.HasExited && process.TotalProcessorTime < MostWork)
                await Task.Delay(Look, limit.Token);
            if (!process.HasExited)
                await limit.CancelAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or ObjectDisposedException)
        {
            // It has ended meanwhile.
        }
    }

    static async Task WriteAsync(StreamWriter input, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        try
        {
            await input.BaseStream.WriteAsync(file, cancellationToken);
            input.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: what it said counts.
        }
    }

    static Process Start()
    {
        try
        {
            return Process.Start(StartInfo()) ?? throw new IOException("No process for checking PDFs.");
        }
        catch (Win32Exception exception)
        {
            throw new IOException("The process for checking PDFs cannot be started.", exception);
        }
    }

    static ProcessStartInfo StartInfo()
    {
        // Of the same installation as this process.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows()
            ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(File.Exists(dotnet) ? dotnet : Environment.ProcessPath!, Arguments(dotnet))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryInHex;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    // A program that brings its own runtime needs none to start it.
    static string[] Arguments(string dotnet) => File.Exists(dotnet) ? [typeof(PdfProcess).Assembly.Location, Verb] : [Verb];

    /// <summary>What the process does: reads the file from its input, and says in lines what is to become of it.</summary>
    public static int Check(Stream input, TextWriter output)
    {
        output.WriteLine(Started);
        output.Flush();
        using var file = new MemoryStream();
        input.CopyTo(file);
        try
        {
            var document = PdfDocument.Check(file.GetBuffer().AsMemory(0, (int)file.Length));
            output.WriteLine("taken");
            output.WriteLine((file.Length - document.Bytes.Length).ToString(CultureInfo.InvariantCulture));
        }
        catch (RefusedFileException refused)
        {
            output.WriteLine("refused");
            output.WriteLine(refused.Reason.Word);
            output.WriteLine(refused.Where);
        }

        output.Flush();
        return 0;
    }

    public void Dispose() => _places.Dispose();
}
