namespace Helpdesk.Browser.Browsing;

/// <summary>Tests that run alone on the system: what they take away, or demand of everybody, would meet others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
