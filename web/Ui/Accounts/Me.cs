namespace Helpdesk.Ui.Accounts;

/// <summary>The account of who is signed in, as Identity shows it to him.</summary>
sealed record Me(
    string Name, string Email, bool EmailConfirmed, string Language, string? TimeZone, string? Phone, string? Specialty, bool MustChangePassword, bool TwoFactor, long Version);
