using Helpdesk.Fixtures;

namespace Helpdesk.Messaging.Tests;

/// <summary>The sample service in a process of its own, which sets a timer of 72 hours and then waits to be killed.</summary>
static class ChildProcess
{
    public const string Argument = "--sample-service";
    public const string Pending = "pending";

    public static async Task<int> RunAsync(string database, string broker, Guid id)
    {
        await using var host = await SampleHost.StartAsync(database, broker);
        await host.PublishAndSave(new Answered(id));
        await Eventually.HoldsAsync(async () => await host.Case(id) is not null);
        await host.PublishAndSave(new Solved(id));
        await Eventually.HoldsAsync(async () => (await host.Case(id))?.CurrentState == nameof(CaseMachine.Waiting));
        Console.WriteLine(Pending);
        // Bounded, should whoever started it have gone without killing it.
        await Task.Delay(TimeSpan.FromMinutes(5));
        return 1;
    }
}
