using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Messaging.Tests;

/// <summary>What a person would read in the log, with the levels of a host that configures none.</summary>
public sealed class Logbook : ILoggerProvider
{
    public ConcurrentQueue<Line> Lines { get; } = new();

    /// <summary>What categories that begin so told.</summary>
    public List<Line> Told(string categories) => [.. Lines.Where(x => x.Category.StartsWith(categories, StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    public sealed record Line(LogLevel Level, string Category, string Text, Exception? Exception);

    sealed class Writer(Logbook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter) =>
            book.Lines.Enqueue(new Line(logLevel, category, formatter(state, exception), exception));
    }
}
