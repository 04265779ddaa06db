using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Fixtures;

/// <summary>A replica's log of level Warning and above.</summary>
public sealed class WarningLog : ILoggerProvider
{
    public ConcurrentQueue<(LogLevel Level, string Text)> All { get; } = new();

    /// <summary>The latest of them.</summary>
    public override string ToString() => All.IsEmpty ? "Nothing was logged."
        : string.Join('\n', All.TakeLast(10).Select(x => $"{x.Level}: {x.Text}"));

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Category(this, categoryName);

    void IDisposable.Dispose()
    {
    }

    sealed class Category(WarningLog lines, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter)
        {
            if (IsEnabled(logLevel))
                lines.All.Enqueue((logLevel, $"{name}: {formatter(state, exception)} {exception}"));
        }
    }
}
