namespace Helpdesk.Ui.Components;

/// <summary>A field for a password, with a button that shows what was typed.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Label">Key of its text.</param>
/// <param name="Autocomplete">What a password store puts in: <c>current-password</c> or <c>new-password</c>.</param>
/// <param name="Help">Key of a text.</param>
public sealed record PasswordField(string Name, string Label, string Autocomplete = "current-password", string? Help = null);
