namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The mail waits, is being sent, or was held back for a reason that sending it again would not change.</summary>
    public const string DeliveryNotResendable = Prefix + "delivery-not-resendable";

    /// <summary>The link in the mail no longer works.</summary>
    public const string DeliveryExpired = Prefix + "delivery-expired";
}
