using System.Diagnostics;
using Npgsql;

namespace Helpdesk.Load.Lists;

/// <summary>The least that any answer from the database costs.</summary>
sealed class Bare(string database) : IAsyncDisposable
{
    readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(database);

    public async Task<TimeSpan> AskAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await using var command = _source.CreateCommand("select 1");
        await command.ExecuteScalarAsync();
        return Stopwatch.GetElapsedTime(started);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
