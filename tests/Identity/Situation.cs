namespace Helpdesk.Identity.Tests;

/// <summary>An installation for each test, with its first administrator if it is set up.</summary>
public abstract class Situation(bool setUp = true) : IAsyncLifetime
{
    readonly List<Helpdesk> _taken = [];

    private protected Helpdesk Helpdesk { get; private set; } = null!;
    private protected Client Ada { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Helpdesk = await AnotherAsync();
        if (setUp)
            Ada = await Helpdesk.SetUpAsync();
    }

    /// <summary>One that is not set up.</summary>
    private protected async Task<Helpdesk> AnotherAsync()
    {
        var helpdesk = await (await InstallationsAsync()).TakeAsync();
        _taken.Add(helpdesk);
        return helpdesk;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var helpdesk in _taken)
            await (await InstallationsAsync()).ReturnAsync(helpdesk);
        GC.SuppressFinalize(this);
    }

    static async Task<Installations> InstallationsAsync() => (await TestContext.Current.GetFixture<Installations>())!;
}
