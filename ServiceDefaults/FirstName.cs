namespace Helpdesk.ServiceDefaults;

/// <summary>All that a customer learns of the name of somebody of the staff: in answers of the API, on pages and in mails alike.</summary>
public static class FirstName
{
    /// <summary>The name up to its first blank.</summary>
    /// <param name="fullName">As the account says it.</param>
    public static string Of(string fullName) => fullName.TrimStart().Split(' ', 2)[0];
}
