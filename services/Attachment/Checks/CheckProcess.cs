using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Checks;

/// <summary>
/// Reads what a stranger sent in a process of its own, with a bound on its memory and time and without this one's secrets: this program
/// once more, with another argument, for one file. Whatever the file makes of a parser or of native code ends with it.
/// </summary>
/// <param name="verb">The argument.</param>
/// <param name="mostWork">Of the processor, for a busy machine is no fault of the file.</param>
sealed class CheckProcess(string verb, TimeSpan mostWork)
{
    const string Started = "started";
    const string Refused = "refused";
    const string HeapInHex = "10000000";

    // In all, for a process that hangs.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>What the process says of the file, in lines; none when it did not get through within its bounds.</summary>
    /// <exception cref="RefusedFileException">It says that the file is not accepted.</exception>
    /// <exception cref="IOException">The process cannot be started here.</exception>
    public async Task<string[]> RunAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken) =>
        await AskAsync(file, cancellationToken) switch
        {
            [Started, Refused, var word, var where] when RefusalReason.All.FirstOrDefault(x => x.Word == word) is { } reason =>
                throw new RefusedFileException(reason, where),
            [Started, .. var said] => said,
            _ => throw new IOException($"The process for '{verb}' did not start."),
        };

    /// <summary>What the process does: reads the file from its input, and says in lines what is to become of it.</summary>
    public static int Answer(Func<ReadOnlyMemory<byte>, IEnumerable<string>> check)
    {
        MemoryBound.Set();
        using var input = Console.OpenStandardInput();
        var output = Console.Out;
        output.WriteLine(Started);
        output.Flush();
        using var file = new MemoryStream();
        input.CopyTo(file);
        try
        {
            foreach (var line in check(file.GetBuffer().AsMemory(0, (int)file.Length)))
                output.WriteLine(line);
        }
        catch (RefusedFileException refused)
        {
            output.WriteLine(Refused);
            output.WriteLine(refused.Reason.Word);
            output.WriteLine(refused.Where);
        }

        output.Flush();
        return 0;
    }

    async Task<string[]> AskAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
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

    async Task WatchAsync(Process process, CancellationTokenSource limit)
    {
        try
        {
            while (!process.HasExited && process.TotalProcessorTime < mostWork)
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

    Process Start()
    {
        try
        {
            return Process.Start(StartInfo()) ?? throw new IOException($"No process for '{verb}'.");
        }
        catch (Win32Exception exception)
        {
            throw new IOException($"The process for '{verb}' cannot be started.", exception);
        }
    }

    ProcessStartInfo StartInfo()
    {
        // Of the same installation as this process.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows()
            ? "dotnet.exe" : "dotnet"));
        // A program that brings its own runtime needs none to start it.
        var start = File.Exists(dotnet)
            ? new ProcessStartInfo(dotnet, [typeof(CheckProcess).Assembly.Location, verb])
            : new ProcessStartInfo(Environment.ProcessPath!, [verb]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.Environment.Clear();
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapInHex;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }
}
