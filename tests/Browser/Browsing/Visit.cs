using System.Collections.Concurrent;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Browsing;

/// <summary>Somebody's browser: nothing in it is remembered from another test.</summary>
public sealed class Visit : IAsyncDisposable
{
    readonly ConcurrentQueue<string> _complaints = new();
    readonly ConcurrentQueue<IRequest> _requests = new();

    Visit(IBrowserContext context, IPage page, Look look) => (Context, Page, Look) = (context, page, look);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Look Look { get; }

    /// <summary>Errors in the console and in scripts, such as something that the page's own policy refused.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public IReadOnlyCollection<IRequest> Requests => _requests;

    internal static async Task<Visit> BeginAsync(IBrowser browser, string address, Look look)
    {
        var context = await browser.NewContextAsync(look.Options(address));
        context.SetDefaultTimeout(20_000);
        var visit = new Visit(context, await context.NewPageAsync(), look);
        visit.Page.Console += (_, message) => visit.Hear(message.Type == "error", message.Text);
        visit.Page.PageError += (_, error) => visit.Hear(true, error);
        visit.Page.Request += (_, request) => visit._requests.Enqueue(request);
        return visit;
    }

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Presses the button of the form that the page is for.</summary>
    public Task SubmitAsync() => Page.Locator("main form .button.primary").ClickAsync();

    public ILocatorAssertions ExpectHeading() => Expect(Page.Locator("h1"));

    /// <summary>In the language of this look.</summary>
    public string Words(string spanish, string english) => Look.Language == "es" ? spanish : english;

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    void Hear(bool isError, string text)
    {
        // The page of a refused form has the status of a refusal, which the browser tells too.
        if (isError && !text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
            _complaints.Enqueue($"{Page.Url}: {text}");
    }
}
