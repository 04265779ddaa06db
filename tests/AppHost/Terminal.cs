using System.Diagnostics;
using System.Text;
using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

/// <summary>A terminal with the AppHost on it: nobody said yes before.</summary>
sealed class Terminal : IDisposable
{
    readonly Process _process;
    readonly StringBuilder _text = new();
    readonly Task _reading;

    public Terminal(DataDirectory data, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var command = string.Join(' ', Runner.Command(data).Where(x => x != "--yes").Concat(arguments));
        string[] options = ["--quiet", "--return", "--command", "exec " + command, "/dev/null"];
        var start = new ProcessStartInfo("script", options) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["INSTALLATION"] = data.Path;
        start.Environment["TERM"] = "xterm";
        start.Environment["CI"] = "";
        _process = Process.Start(start)!;
        _reading = ReadAsync();
    }

    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public Task ShowsAsync(string text) => Eventually.HoldsAsync(() => Text.Contains(text, StringComparison.Ordinal));

    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text.Contains('\u0003', StringComparison.Ordinal) ? text : text + "\n");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The exit code, once all that was shown has been read.</summary>
    public async Task<int> EndsAsync()
    {
        await Task.WhenAll(_process.WaitForExitAsync(), _reading).WaitAsync(TimeSpan.FromMinutes(2));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    async Task ReadAsync()
    {
        var buffer = new char[4096];
        for (int read; (read = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            lock (_text)
                _text.Append(buffer, 0, read);
        }
    }
}
