using Helpdesk.Browser.Browsing;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

[Collection(nameof(Alone))]
public sealed class While_parts_are_away(CommonSystem system)
{
    static readonly string[] Away = ["assignment", "notification", "attachment"];

    [Fact]
    public async Task N11_a_ticket_is_opened_all_the_same_and_the_status_page_says_what_comes_later()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        using (var back = new CancellationTokenSource())
        {
            var away = KeepAwayAsync(back.Token);
            try
            {
                await visit.GoAsync("/status");
                await Eventually.HoldsAsync(async () =>
                {
                    await visit.Page.ReloadAsync();
                    return await visit.Page.Locator(".badge.away").CountAsync() >= Away.Length;
                });
                await form.OpenAsync();
                await form.FillAsync();
                await form.SolveAsync();
                await form.ReviewAsync();
                await form.SendAsync();
                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the ticket" }).ClickAsync();
                await visit.ExpectHeading().ToHaveTextAsync(form.Subject);
            }
            finally
            {
                await back.CancelAsync();
                await away;
            }
        }

        // Who was away hears of it afterwards, and the open page shows it.
        await Expect(visit.Page.Locator(".stepper .now")).ToContainTextAsync(Installation.FirstAgent, new() { Timeout = 120_000 });
        Assert.Single(await form.FoundAsync());
    }

    /// <summary>
    /// They end as in a crash. What the runner starts in their place is held still before it comes to anything, and goes on at the end.
    /// </summary>
    async Task KeepAwayAsync(CancellationToken until)
    {
        var killed = Parts().ToList();
        killed.ForEach(RunningHelpdesk.Kill);
        var held = new List<RunningResource>();
        while (!until.IsCancellationRequested)
        {
            foreach (var part in Parts().Where(x => !killed.Concat(held).Any(y => y.ProcessId == x.ProcessId)).ToList())
            {
                RunningHelpdesk.Hold(part, still: true);
                held.Add(part);
            }

            await Task.Delay(50, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        held.ForEach(x => RunningHelpdesk.Hold(x, still: false));
    }

    IEnumerable<RunningResource> Parts() => system.Helpdesk.Resources.Where(x => x.ProcessId > 0 && Away.Contains(x.Name));
}
