using System.Text;

namespace Helpdesk.Api.Formats;

/// <summary>
/// The form of a password. Keyboards and systems write an accented letter as one sign or as two; what is hashed, checked and counted is
/// NFC (NIST SP 800-63B, 3.1.1.2), so that the same password is right from each of them.
/// </summary>
public static class PasswordFormat
{
    /// <summary>The shortest password, normalised.</summary>
    public const int MinLength = 12;

    /// <summary>The longest password, normalised.</summary>
    public const int MaxLength = 128;

    /// <summary>The form in which a password counts.</summary>
    /// <param name="typed">As typed.</param>
    public static string Normalize(string typed)
    {
        try
        {
            return typed.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a sign: nothing that a keyboard writes, and nobody's password in another form.
            return typed;
        }
    }
}
