namespace Helpdesk.Ui.Components;

/// <summary>Where in a list the reader is, and the address of each page.</summary>
public sealed record Pager(int Page, bool More, Func<int, string> To);
