namespace Helpdesk.Identity.Tests;

/// <summary>An installation for each test, with its first administrator if it is set up.</summary>
public abstract class IdentityTest(bool setUp = true) : IAsyncLifetime
{
    readonly List<IdentityHost> _taken = [];

    private protected IdentityHost IdentityHost { get; private set; } = null!;
    private protected Client Ada { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        IdentityHost = await TakeAnotherAsync();
        if (setUp)
            Ada = await IdentityHost.SetUpAsync();
    }

    /// <summary>One that is not set up.</summary>
    private protected async Task<IdentityHost> TakeAnotherAsync()
    {
        var host = await (await PoolAsync()).TakeAsync();
        _taken.Add(host);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _taken)
            await (await PoolAsync()).ReturnAsync(host);
        GC.SuppressFinalize(this);
    }

    static async Task<IdentityHostPool> PoolAsync() => (await TestContext.Current.GetFixture<IdentityHostPool>())!;
}
