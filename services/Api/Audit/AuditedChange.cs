namespace Helpdesk.Api.Audit;

/// <summary>One field, before and after; secrets stand there as signs that they were set or changed, never as themselves.</summary>
/// <param name="Field">Its name as in the API.</param>
/// <param name="Before">Null when it was empty.</param>
/// <param name="After">Null when it is empty.</param>
public sealed record AuditedChange(string Field, string? Before, string? After);
