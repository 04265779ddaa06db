[assembly: AssemblyFixture(typeof(Helpdesk.Browser.Browsing.CommonSystem))]

namespace Helpdesk.Browser.Browsing;

/// <summary>One Helpdesk and one browser for all tests; each test visits with a browser profile of its own.</summary>
public sealed class CommonSystem : IAsyncLifetime
{
    // Who has one running gives it this too.
    const string WarnsSoon = "--Ticketing:Closing:WarnAfter=00:00:02";

    Chromium? _chromium;
    Installation? _installation;

    public RunningHelpdesk Helpdesk { get; private set; } = null!;

    /// <summary>An area with a category and an agent.</summary>
    public StaffedArea Desk { get; private set; } = null!;

    public ApiClient Admin => _installation!.Admin;

    /// <summary>The address that links name too, so that following one leads to the same origin.</summary>
    public string Address => $"http://localhost:{Helpdesk.Gateway.Port}";

    public IBrowser Browser => _chromium!.Browser;

    public async ValueTask InitializeAsync()
    {
        var browser = Chromium.LaunchAsync();
        Helpdesk = Environment.GetEnvironmentVariable("HELPDESK_RUNNING") is { Length: > 0 } data
            ? RunningHelpdesk.At(data)
            : await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(5), [.. Settings.Unlimited, WarnsSoon]);
        _installation = await Installation.OpenAsync(Helpdesk);
        Desk = await _installation.CreateStaffedAreaAsync(agents: 1);
        _chromium = await browser;
        // Other suites may have the machine at the same time: who waits for something waits longer, and passes no sooner.
        Assertions.SetDefaultExpectTimeout(30_000);
        // Pages know the categories of some seconds ago.
        await using var visit = await VisitAsync();
        await Fixtures.Eventually.HoldsAsync(async () =>
        {
            await visit.GoAsync("/new");
            return await visit.Page.GetByText(Desk.CategoryTitle).CountAsync() > 0;
        });
    }

    public async Task<Visit> VisitAsync(BrowserProfile? profile = null) =>
        await Visit.BeginAsync(Browser, Address, profile ?? new BrowserProfile());

    public async ValueTask DisposeAsync()
    {
        _installation?.Dispose();
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        if (Helpdesk is not null)
            await Helpdesk.DisposeAsync();
    }
}
