using System.ComponentModel.DataAnnotations;
using System.Text;

namespace Helpdesk.Identity.Passwords;

/// <summary>
/// A password as its owner typed it. Keyboards and systems write an accented letter as one sign or as two; what is hashed, checked and
/// counted is NFC (NIST SP 800-63B, 3.1.1.2), so that the same password is right from each of them.
/// </summary>
static class TypedPassword
{
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

/// <summary>The longest password that is taken, counted in its normalised form.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class PasswordLengthAttribute() : ValidationAttribute($"A password has at most {PasswordRules.MaxLength} characters.")
{
    // No sign of NFC takes more than four in any other form.
    const int MostTyped = 4 * PasswordRules.MaxLength;

    public override bool IsValid(object? value) =>
        value is not string text || (text.Length <= MostTyped && TypedPassword.Normalize(text).Length <= PasswordRules.MaxLength);
}
