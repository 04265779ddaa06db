namespace Helpdesk.Ui.Api;

/// <summary>A page of a list, as all services cut them.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, bool More);
