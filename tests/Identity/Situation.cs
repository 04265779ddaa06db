namespace Helpdesk.Identity.Tests;

/// <summary>An installation of its own for each test, with its first administrator.</summary>
public abstract class Situation : IAsyncLifetime
{
    private protected Helpdesk Helpdesk { get; private set; } = null!;
    private protected Client Ada { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Helpdesk = await Helpdesk.StartAsync();
        Ada = await Helpdesk.SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Helpdesk.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
