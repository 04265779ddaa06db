namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>Email address or password is wrong, or the account is locked for a while.</summary>
    public const string SignInRefused = Prefix + "sign-in-refused";

    /// <summary>The password is right; <c>ticket</c> goes back with a code within <c>expiresIn</c> seconds.</summary>
    public const string TwoFactorRequired = Prefix + "two-factor-required";

    /// <summary>The code is wrong or was used before, or the account is locked for a while.</summary>
    public const string CodeRefused = Prefix + "code-refused";

    /// <summary>Too much time passed between the steps of a sign-in.</summary>
    public const string SignInExpired = Prefix + "sign-in-expired";

    /// <summary>The password must be given again; <c>confirmation</c> is the address that takes it.</summary>
    public const string PasswordRequired = Prefix + "password-required";
}
