namespace Helpdesk.Ui.Components;

/// <summary>Where a field of a form stands on the page.</summary>
public static class FieldIds
{
    public static string Of(string name) => Field.IdOf(name) + "-field";
}
