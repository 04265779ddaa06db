namespace Helpdesk.Portal.Tests;

static class Accounts
{
    /// <summary>What Identity shows of the account to its owner.</summary>
    public static object Ana(bool twoFactor = false, bool confirmed = true, long version = 7) => new
    {
        id = Guid.CreateVersion7(), name = "Ana Paz", email = "ana@example.org", emailConfirmed = confirmed, language = "en",
            timeZone = "America/Guayaquil", phone = "099 555", specialty = "Printers",
        roles = new[] { "Customer" }, mustChangePassword = false, twoFactor, version,
    };
}
