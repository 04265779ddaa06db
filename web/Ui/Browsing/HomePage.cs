namespace Helpdesk.Ui.Browsing;

/// <summary>Where a person comes to when he signed in and was on his way to nowhere else.</summary>
public sealed record HomePage(string Path);
