namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The first administrator was made already.</summary>
    public const string AlreadySetUp = Prefix + "already-set-up";

    /// <summary>Whoever runs the installation has not set a code.</summary>
    public const string SetupCodeNotConfigured = Prefix + "setup-code-not-configured";

    /// <summary>This is not the code of this installation.</summary>
    public const string SetupCodeWrong = Prefix + "setup-code-wrong";
}
