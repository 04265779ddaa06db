namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>Somebody has retried or discarded this message already.</summary>
    public const string FailureSettled = Prefix + "failure-settled";
}
