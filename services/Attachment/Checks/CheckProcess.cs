using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Checks;

/// <summary>
/// Reads what a stranger sent in a process of its own, with bounds on memory and time and without this one's secrets: this program once
/// more, with another argument, for one file. Whatever the file does to a parser or to native code ends with it.
/// </summary>
/// <param name="verb">The argument.</param>
/// <param name="maxProcessorTime">Not of the wall clock, for a busy machine is no fault of the file.</param>
sealed class CheckProcess(string verb, TimeSpan maxProcessorTime)
{
    const string Started = "started";
    const string Refused = "refused";
    const string HeapInHex = "10000000";

    // Of the wall clock, for a process that hangs.
    static readonly TimeSpan MaxDuration = TimeSpan.FromMinutes(1);
    static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>What the process answers about the file, in lines; none when it did not finish within its bounds.</summary>
    /// <exception cref="RefusedFileException">The file is not accepted.</exception>
    /// <exception cref="IOException">The process cannot be started here.</exception>
    public async Task<string[]> RunAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken) =>
        await ExchangeAsync(file, cancellationToken) switch
        {
            [Started, Refused, var name, var detail]
                when Enum.TryParse<FileRefusalReason>(name, out var reason) && Enum.IsDefined(reason) =>
                throw new RefusedFileException(reason, detail),
            [Started, .. var answer] => answer,
            _ => throw new IOException($"The process for '{verb}' did not start."),
        };

    /// <summary>What the process does: it reads the file from its input, and answers in lines.</summary>
    public static int Run(Func<ReadOnlyMemory<byte>, IEnumerable<string>> check)
    {
        MemoryLimit.Set();
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
            output.WriteLine(refused.Reason);
            output.WriteLine(refused.Detail);
        }

        output.Flush();
        return 0;
    }

    async Task<string[]> ExchangeAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        using var process = Start();
        // Else a parser that ends badly could fill the pipe with what it has to say, and wait.
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MaxDuration);
        var lines = new List<string>();
        try
        {
            _ = WatchAsync(process, limit);
            var writing = WriteAsync(process.StandardInput, file, limit.Token);
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
                lines.Add(line);
            await writing;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            lines = [Started];
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        return [.. lines];
    }

    async Task WatchAsync(Process process, CancellationTokenSource limit)
    {
        try
        {
            while (!process.HasExited && process.TotalProcessorTime < maxProcessorTime)
                await Task.Delay(PollInterval, limit.Token);
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
            // It ended before it had read all: its answer counts.
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
        var dotnet = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
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
