using System.Collections.Concurrent;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Browsing;

/// <summary>Somebody's browser: nothing in it is remembered from another test.</summary>
public sealed class Visit : IAsyncDisposable
{
    // A page that is asked something has no time limit of its own.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ConcurrentQueue<string> _complaints = new();
    readonly ConcurrentQueue<IRequest> _requests = new();

    Visit(IBrowserContext context, IPage page, BrowserProfile profile) => (Context, Page, Profile) = (context, page, profile);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public BrowserProfile Profile { get; }

    /// <summary>Errors in the console and in scripts, such as something that the page's own policy refused.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public IReadOnlyCollection<IRequest> Requests => _requests;

    internal static async Task<Visit> BeginAsync(IBrowser browser, string address, BrowserProfile profile)
    {
        var context = await browser.NewContextAsync(profile.Options(address));
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync(), profile);
        visit.Page.Console += (_, message) => visit.Hear(message.Type == "error", message.Text);
        visit.Page.PageError += (_, error) => visit.Hear(true, error);
        visit.Page.Request += (_, request) => visit._requests.Enqueue(request);
        return visit;
    }

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Presses the button of the form that the page is for.</summary>
    public Task SubmitAsync() => Page.Locator("main form .button.primary").ClickAsync();

    /// <summary>
    /// Returns once the page that is seen is there as a whole, with its style, and no other one is on its way: what is read once is read
    /// then.
    /// </summary>
    public async Task RestAsync()
    {
        // Asked of the page itself: who waits for its event may begin to listen in the moment in which it comes.
        await HoldsAsync("document.readyState === 'complete'");
        if (Profile.Script)
            await HoldsAsync(
                "document.documentElement.classList.contains('scripted') && " +
                "!Turbo.navigator.currentVisit && !document.querySelector('form[aria-busy]')");
    }

    /// <summary>Returns once the page says yes to this.</summary>
    public Task HoldsAsync(string condition) => Eventually.HoldsAsync(async () =>
    {
        try
        {
            return await Page.EvaluateAsync<bool>(condition).WaitAsync(Patience);
        }
        catch (PlaywrightException)
        {
            // The page that was asked is gone: the next one knows.
            return false;
        }
    }, what: condition);

    /// <summary>The next request for an address, as soon as there is one; it goes no further until the test lets it.</summary>
    public async Task<Task<IRoute>> HoldAsync(string address)
    {
        var first = new TaskCompletionSource<IRoute>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.RouteAsync(address, route => first.TrySetResult(route) ? Task.CompletedTask : route.ContinueAsync());
        return first.Task;
    }

    /// <summary>Presses a button again before anybody has answered the first time.</summary>
    public async Task PressTwiceAsync(ILocator button)
    {
        await RestAsync();
        var bothPressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method == "POST")
                await bothPressed.Task;
            await route.ContinueAsync();
        });
        await button.DblClickAsync();
        bothPressed.SetResult();
    }

    public ILocatorAssertions ExpectHeading() => Expect(Page.Locator("h1"));

    /// <summary>In the language of this profile.</summary>
    public string Words(string spanish, string english) => Profile.Language == "es" ? spanish : english;

    public async ValueTask DisposeAsync()
    {
        // What a test held back goes nowhere any more.
        await Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await Context.DisposeAsync();
    }

    void Hear(bool isError, string text)
    {
        // The page of a refused form has the status of a refusal, which the browser tells too.
        if (isError && !text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
            _complaints.Enqueue($"{Page.Url}: {text}");
    }
}
