using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

/// <summary>The argument <c>replay</c>: the proof for whoever has the database at hand, without a running service.</summary>
static class ReplayCommand
{
    /// <summary>Exit code: 0 when every choice came out the same, else 1.</summary>
    public static async Task<int> RunAsync(WebApplication app)
    {
        int code;
        await using (var scope = app.Services.CreateAsyncScope())
            code = await RunAsync(scope.ServiceProvider.GetRequiredService<AssignmentDbContext>(), Console.Out);
        await app.DisposeAsync();
        return code;
    }

    internal static async Task<int> RunAsync(AssignmentDbContext db, TextWriter output)
    {
        var same = true;
        foreach (var area in await db.Areas.AsNoTracking().OrderBy(x => x.Name).Select(x => new { x.Id, x.Name }).ToListAsync())
        {
            var replay = (await Replay.RunAsync(area.Id, db, CancellationToken.None))!;
            await output.WriteLineAsync($"{area.Name}: {replay.Reproduced} of {replay.Choices} choices reproduced");
            foreach (var difference in replay.Differences)
                await output.WriteLineAsync($"  receipt {difference.Sequence} ({difference.Ticket ?? "end"}): {difference.Because}");
            same &= replay.Differences.Count == 0;
        }

        return same ? 0 : 1;
    }
}
