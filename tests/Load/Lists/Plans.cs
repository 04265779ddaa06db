using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Helpdesk.Load.Lists;

/// <summary>Records the statements of a request and asks the database for their plans.</summary>
sealed partial class Plans(string database) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    static readonly string[] Large = ["ticket", "message", "search_entry", "timeline_entry"];

    readonly List<(string Sql, List<NpgsqlParameter> Parameters)> _heard = [];

    /// <summary>Whether statements are recorded now.</summary>
    public bool Listening { get; set; }

    /// <summary>Sequential scans of large tables in the statements since the last call, with the plan.</summary>
    public async Task<IReadOnlyList<string>> WholeTablesReadAsync()
    {
        var faults = new List<string>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        foreach (var (sql, parameters) in _heard)
        {
            await using var explain = new NpgsqlCommand("explain " + sql, connection);
            explain.Parameters.AddRange(parameters.ToArray());
            await using var reader = await explain.ExecuteReaderAsync();
            var plan = new List<string>();
            while (await reader.ReadAsync())
                plan.Add(reader.GetString(0));
            if (plan.Any(x => SeqScan().Match(x) is { Success: true } scan && Large.Contains(scan.Groups["table"].Value)))
                faults.Add(string.Join('\n', [sql, .. plan]));
        }

        _heard.Clear();
        return faults;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Listening && value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData { Command: DbCommand command }
            && command.CommandText.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
            _heard.Add((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(x => x.Clone())]));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    [GeneratedRegex(@"Seq Scan on (?<table>\w+)")]
    private static partial Regex SeqScan();
}
