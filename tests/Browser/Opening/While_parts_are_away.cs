using Helpdesk.Browser.Browsing;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

/// <summary>Alone on the system: what it takes away would be missing in other tests.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class While_parts_are_away(Started started)
{
    static readonly string[] Away = ["assignment", "notification", "attachment"];

    [Fact]
    public async Task N11_a_ticket_is_opened_all_the_same_and_the_status_page_says_what_comes_later()
    {
        await using var visit = await started.VisitAsync();
        var form = new NewTicket(started, visit);
        await form.OpenAsync();
        using (var back = new CancellationTokenSource())
        {
            var killing = KeepAwayAsync(back.Token);
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
            await back.CancelAsync();
            await killing;
        }

        // Who was away hears of it afterwards, and the open page shows it.
        await Expect(visit.Page.Locator(".stepper .now")).ToContainTextAsync("Agent", new() { Timeout = 60_000 });
        Assert.Single(await form.FoundAsync());
    }

    /// <summary>The runner starts again what ends: these end at once each time.</summary>
    async Task KeepAwayAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            foreach (var part in started.Helpdesk.Parts.Where(x => x.ProcessId > 0 && Away.Contains(x.Name)))
            {
                try
                {
                    RunningHelpdesk.Kill(part);
                }
                catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
                {
                    // It has ended already.
                }
            }

            await Task.Delay(50, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
