using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem;

public sealed class Killed_services(SharedSystem started)
{
    /// <summary>The full measure, 50 a second for a minute, is <c>dotnet run --project tests/Load -c Release -- kill</c>.</summary>
    [Fact]
    public async Task N11_F24_lose_no_accepted_ticket_and_double_nothing()
    {
        var report = await new KillRun(started.Helpdesk, perSecond: 10, TimeSpan.FromSeconds(25))
            .RunAsync(TestContext.Current.SendDiagnosticMessage);

        Assert.Equal(report.Wanted, report.Accepted);
        Assert.Empty(report.Faults);
    }
}
