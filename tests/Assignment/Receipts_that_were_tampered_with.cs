using System.Diagnostics;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Assignment.Tests.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed class Receipts_that_were_tampered_with(SharedService shared)
{
    readonly Replica _service = shared.Service;

    /// <summary>What was done to the receipts of an area, and which of them the replay names.</summary>
    public static TheoryData<string, int> Tamperings => new()
    {
        { "UPDATE receipt SET chosen_agent_id = previous_agent_id WHERE area_id = {0} AND sequence = 5", 5 },
        { "UPDATE receipt SET previous_agent_id = chosen_agent_id WHERE area_id = {0} AND sequence = 5", 5 },
        { Replacing(5, "\"eligible\":true", "\"eligible\":false"), 5 },
        { "UPDATE receipt SET policy = 'by-favour/1' WHERE area_id = {0} AND sequence = 5", 5 },
        { Replacing(5, "\"available\":true", "\"available\":false"), 5 },
        { Replacing(7, "\"capacity\":null", "\"capacity\":1"), 7 },
        { Replacing(5, "\"facts\"", "\"rumours\""), 5 },
        { "DELETE FROM receipt WHERE area_id = {0} AND sequence = 5", 6 },
        { "DELETE FROM receipt WHERE area_id = {0} AND sequence = 9", 9 },
    };

    static string Replacing(int sequence, string written, string forged) =>
        $"UPDATE receipt SET candidates = replace(candidates::text, '{written}', '{forged}')::json "
        + $"WHERE area_id = {{0}} AND sequence = {sequence}";

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task N2_show_it(string tampering, int named)
    {
        var area = await _service.ReadAsync(db => SaveAsync(db, SampleEvents.Name("Tampered")));
        await _service.ReadAsync(db => db.Database.ExecuteSqlRawAsync(tampering, area));
        var replay = await _service.ReplayAsync(area);
        var differences = replay.GetProperty("differences").EnumerateArray().ToList();
        Assert.Equal(named, differences[0].GetProperty("sequence").GetInt64());
        Assert.InRange(differences.Count, 1, 2);
        // What is forged can still be read.
        Assert.NotEmpty(await _service.ItemsAsync($"/api/areas/{area}/receipts"));
    }

    [Fact]
    public async Task N2_show_it_to_whoever_has_the_database_alone()
    {
        await using var installation = await Installation.CreateAsync();
        await using (var db = installation.Open())
        {
            await SaveAsync(db, "Untouched");
            var output = new StringWriter { NewLine = "\n" };
            Assert.Equal(0, await ReplayCommand.RunAsync(db, output));
            Assert.Equal("Untouched: 9 of 9 choices reproduced\n", output.ToString());
        }

        foreach (var (i, (tampering, _)) in Tamperings.Select(x => x.Data).Index())
        {
            await using var db = installation.Open();
            await db.Database.ExecuteSqlRawAsync(tampering, await SaveAsync(db, $"Tampered {i}"));
        }

        var (code, said) = await ReplayByCommandAsync(installation);
        Assert.Equal(1, code);
        var lines = said.Split('\n');
        Assert.Contains("Untouched: 9 of 9 choices reproduced", lines);
        foreach (var (i, (_, named)) in Tamperings.Select(x => x.Data).Index())
        {
            var heading = Array.FindIndex(lines, x => x.StartsWith($"Tampered {i}: ", StringComparison.Ordinal));
            Assert.StartsWith($"  receipt {named} (", lines[heading + 1], StringComparison.Ordinal);
        }
    }

    /// <summary>An area in which three agents took nine tickets in turn, with the receipts of the service's own choices.</summary>
    static Task<Guid> SaveAsync(AssignmentDbContext db, string name)
    {
        var area = new AreaInMemory(3);
        area.Assign(9);
        return area.SaveAsync(db, name);
    }

    static async Task<(int Code, string Said)> ReplayByCommandAsync(Installation installation)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(AssignmentDbContext).Assembly.Location, "replay"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ConnectionStrings__assignment"] = installation.Database,
                ["ConnectionStrings__rabbitmq"] = installation.Broker,
                ["DataProtection__Keys"] = installation.Keys,
            },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
