namespace Helpdesk.Ui.Browsing;

/// <summary>Where a person arrives who signed in and was on the way to nowhere else.</summary>
public sealed record HomePage(string Path);
