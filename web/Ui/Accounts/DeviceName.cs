namespace Helpdesk.Ui.Accounts;

/// <summary>What a browser says it is, in a form that its owner knows. For recognising only: it can say what it wants.</summary>
static class DeviceName
{
    // The first that fits: each says besides that it is those further down.
    static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>Browser and system; what it says itself when neither is known; null when it says nothing.</summary>
    public static string? Of(string? agent)
    {
        if (string.IsNullOrEmpty(agent))
            return null;
        string[] known = [.. Names(Browsers, agent), .. Names(Systems, agent)];
        return known.Length > 0 ? string.Join(" · ", known) : agent.Split(' ')[0];
    }

    static IEnumerable<string> Names((string Mark, string Name)[] all, string agent) =>
        all.Where(x => agent.Contains(x.Mark, StringComparison.Ordinal)).Select(x => x.Name).Take(1);
}
