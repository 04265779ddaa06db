using Helpdesk.AppHost.Local.Servers;

[assembly: AssemblyFixture(typeof(Helpdesk.Browser.Browsing.Started))]

namespace Helpdesk.Browser.Browsing;

/// <summary>One Helpdesk and one browser for all tests; each test visits with a browser profile of its own.</summary>
public sealed class Started : IAsyncLifetime
{
    static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    IPlaywright? _playwright;
    IBrowser? _browser;
    Installation? _installation;

    public RunningHelpdesk Helpdesk { get; private set; } = null!;

    /// <summary>An area with a category and an agent.</summary>
    public Desk Desk { get; private set; } = null!;

    public Api Admin => _installation!.Admin;

    /// <summary>The address that links name too, so that following one leads to the same origin.</summary>
    public string Address => $"http://localhost:{Helpdesk.Gateway.Port}";

    public IBrowser Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        var browser = LaunchAsync();
        Helpdesk = Environment.GetEnvironmentVariable("HELPDESK_RUNNING") is { Length: > 0 } data
            ? RunningHelpdesk.At(data)
            : await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(3), Settings.Unlimited);
        _installation = await Installation.OpenAsync(Helpdesk);
        Desk = await _installation.MakeDeskAsync(agents: 1);
        await browser;
        // Pages know the categories of some seconds ago.
        await using var visit = await VisitAsync();
        await Fixtures.Eventually.HoldsAsync(async () =>
        {
            await visit.GoAsync("/new");
            return await visit.Page.GetByText(Desk.CategoryTitle).CountAsync() > 0;
        });
    }

    public async Task<Visit> VisitAsync(Look? look = null) => await Visit.BeginAsync(Browser, Address, look ?? new Look());

    public async ValueTask DisposeAsync()
    {
        _installation?.Dispose();
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Helpdesk is not null)
            await Helpdesk.DisposeAsync();
    }

    async Task LaunchAsync()
    {
        await ServerInstaller.EnsureAsync(["chromium"]);
        // Ours comes from Debian: the driver must not look for one of its own.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Binaries.Find("chromium"), Args = Flags });
    }
}
